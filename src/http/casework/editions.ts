/** The editions and their files, as they lie in the workspace: signed and never changed. */
import {join} from 'node:path';
import {openEditions} from '#production/editions';
import {isFile, readBytes, readFolder} from '#production/effects';
import {editionsPage} from '#web/casework/editions';
import type {Route} from '../route.ts';

export const editionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/editions',
    verb: 'edition.read',
    async answer({bench: {folder, effects}, language}) {
      const editions = await openEditions(folder, effects.now());
      if (!editions.ok) return editions;
      const all = editions.value.all().toReversed();
      const files = await Promise.all(
        all.map(async ({folder: of}) => [...(await readFolder(of).catch(() => new Map<string, Uint8Array>())).keys()]),
      );
      return {
        page: editionsPage(
          all.map((record, i) => ({record, files: files[i] ?? []})),
          language,
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/editions/:id/:file{.+}',
    verb: 'edition.read',
    async answer({bench: {folder, effects}, param}) {
      const editions = await openEditions(folder, effects.now());
      if (!editions.ok) return editions;
      const record = editions.value.find(param('id'));
      const name = param('file');
      // Only what is listed: a name that climbs out of the folder is in no list.
      const listed = record === undefined ? [] : [...(await readFolder(record.folder)).keys()];
      const path = record === undefined ? '' : join(record.folder, name);
      if (!listed.includes(name) || !(await isFile(path))) return {refusal: {reason: 'no-such-page'}};
      return {
        file: {
          bytes: await readBytes(path),
          mediaType: 'application/octet-stream',
          name: `${param('id')}-${name.replaceAll('/', '-')}`,
        },
      };
    },
  },
];
