/** What every answer tells the browser to refuse: script, style and forms from elsewhere, frames of others, and names that are not ours. */
import type {Context, Hono} from 'hono';
import {secureHeaders} from 'hono/secure-headers';

/** For a statement, which brings its style and typeface with it and is shown within a page of ours. */
export const FRAMED =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

/** Where the browser found us, of the places we are known by. */
export const originOf = (c: Context, origins: readonly string[]): string | undefined =>
  origins.find((one) => new URL(one).host === c.req.header('host'));

export function protect(app: Hono, origins: readonly string[]): void {
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // A browser that may tell nobody where it comes from does not tell us that a form is ours either.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'SAMEORIGIN',
      // Said by whoever sees to the encryption, where it is not us.
      strictTransportSecurity: false,
      // An answer that says more of itself keeps it.
      overwrite: false,
      permissionsPolicy: {camera: [], microphone: [], geolocation: [], payment: []},
    }),
  );
  app.use(async (c, next) => {
    // A name that somebody else has pointed at us is not ours.
    if (originOf(c, origins) === undefined) return c.body(null, 421);
    const origin = c.req.header('origin');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && origin !== undefined && !origins.includes(origin))
      return c.body(null, 403);
    return next();
  });
}
