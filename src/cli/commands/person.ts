/** `opgor person add NAME` and `opgor person list`: who can sign editions, each with a key of their own. */
import {done} from '#kit/outcome';
import {sortedIn} from '#language/sorted';
import {addPerson, listPersons} from '#production/edition-persons';
import type {Command} from '../command.ts';

export const personAdd: Command = {
  name: 'person add',
  positionals: [{name: 'NAME', required: true}],
  options: {},
  example: 'opgor person add "Anne Holm"',
  async run(given, {effects, folder, language}) {
    const added = await addPerson(folder, given.positionals[0] ?? '', effects);
    if (!added.ok) return added;
    const {name, key, kept} = added.value;
    return done({json: {name, key, kept}, text: language.editions.personAdded(name, key, kept ?? '')});
  },
};

export const personList: Command = {
  name: 'person list',
  positionals: [],
  options: {},
  example: 'opgor person list',
  async run(_, {effects, folder, language: {editions: words, tag}}) {
    const persons = await listPersons(folder, effects);
    if (!persons.ok) return persons;
    const lines = sortedIn(persons.value, tag, ({name}) => name).map(
      ({name, key, addedAt, kept}) =>
        `${name}  ${key}  ${addedAt.slice(0, 10)}  ${kept === undefined ? words.keyElsewhere : words.keyHere}`,
    );
    return done({
      json: {persons: persons.value.map(({kept, ...one}) => ({...one, here: kept !== undefined}))},
      text: lines.length === 0 ? words.noPersons : lines.join('\n'),
    });
  },
};
