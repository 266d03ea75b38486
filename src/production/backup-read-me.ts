/** What lies beside a backup, for whoever finds it without the program. */
export const NOTE = 'READ-ME.txt';

export const READ_ME = `OPGØR

Dette er en sikkerhedskopi af et register. Alt i den er krypteret. Den åbnes med programmet Opgør og et gendannelsesark (24 ord på papir):
  opgor restore DENNE-MAPPE --to NY-MAPPE
Ret ikke i filerne, og slet dem ikke enkeltvis.

This is a backup of a register. Everything in it is encrypted. It is opened with the program Opgør and a recovery paper (24 words):
  opgor restore THIS-FOLDER --to NEW-FOLDER
Do not change the files, and do not delete single ones.
`;
