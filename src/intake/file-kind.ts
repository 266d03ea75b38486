/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'csv' | 'zip' | 'xls' | 'pdf' | 'html' | 'rtf' | 'utf-16';

const starts = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);

export function kindOf(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x50, 0x4b)) return 'zip';
  // The old binary workbook; also how Excel wraps one that has a password.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return 'utf-16';
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (text.startsWith('{\\rtf')) return 'rtf';
  return /^(<!doctype|<html|<\?xml|<table)/.test(text) ? 'html' : 'csv';
}

/** The part of the wrapping that only a workbook with a password has, by its name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

export const hasPassword = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(ENCRYPTED);
