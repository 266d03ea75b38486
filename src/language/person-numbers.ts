/** A person's number as it is written: a CPR number of ten digits as ddmmyy-xxxx, any other as it was received. */
export const numberShown = (scheme: string, value: string): string =>
  scheme === 'cpr' ? value.trim().replace(/^(\d{6})[ -]?(\d{4})$/, '$1-$2') : value;
