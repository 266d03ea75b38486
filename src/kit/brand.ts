/** A nominal type: `Brand<string, 'PlainDate'>` is a string that only its own maker hands out. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & {readonly [brand]: Name};
