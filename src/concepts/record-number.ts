/** The register's own number of a person, `P-000123-4`: says nothing about the person, the only handle allowed in findings. */
import type {Brand} from '#kit/brand';

export type RecordNumber = Brand<string, 'RecordNumber'>;

const brand = (text: string) => text as RecordNumber;

/** Weighted mod 11, 10 written X: catches a wrong digit and two swapped ones. */
const check = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (digits.length + 1 - i), 0);
  const remainder = (11 - (sum % 11)) % 11;
  return remainder === 10 ? 'X' : String(remainder);
};

export function recordNumber(serial: number): RecordNumber {
  const digits = String(serial).padStart(6, '0');
  return brand(`P-${digits}-${check(digits)}`);
}

/** Undefined when it is not one: a digit is wrong, or two are swapped. */
export function parseRecordNumber(text: string): RecordNumber | undefined {
  const [, digits, given] = /^P-(\d{6,})-([\dX])$/.exec(text.trim().toUpperCase()) ?? [];
  return digits !== undefined && check(digits) === given ? brand(`P-${digits}-${given}`) : undefined;
}

export const serialOf = (record: RecordNumber): number => Number(record.slice(2, -2));
