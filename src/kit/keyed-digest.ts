/** HMAC-SHA-256 (RFC 2104) under one key: the same text is the same 32 bytes, and without the key neither can be told from the other. */
import {createHmac, type KeyObject} from 'node:crypto';

export type KeyedDigest = (text: string) => Uint8Array;

export const keyedDigest =
  (key: Uint8Array | KeyObject): KeyedDigest =>
  (text) =>
    createHmac('sha256', key).update(text).digest();
