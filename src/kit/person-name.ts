/** Names of those who decide and sign, as they are told apart: two that differ in spaces and capitals alone are one person's. */

export const plainName = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ');

export const sameName = (a: string, b: string): boolean => plainName(a).toLowerCase() === plainName(b).toLowerCase();
