/** SHA-256, lower-case hexadecimal. */
import {createHash} from 'node:crypto';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
