/**
 * Files as they are called outside the register: an agency may have put a person's name or number into its own. The SHA-256 beside
 * it tells which file is meant to whoever has it.
 */
import type {Submission} from '#storage/store';

/** `us-1`, `us-2` …: of each source in the order the files first came; the same name is the same file. Entries by hand have none. */
export function withoutFileNames<S extends Pick<Submission, 'source' | 'file'>>(
  submissions: readonly S[],
): readonly S[] {
  const names = new Map<string, Map<string, string>>();
  return submissions.map((submission) => {
    const {source, file} = submission;
    if (file === '') return submission;
    const ofSource = names.get(source) ?? new Map<string, string>();
    names.set(source, ofSource);
    const name = ofSource.get(file) ?? `${source}-${ofSource.size + 1}`;
    ofSource.set(file, name);
    return {...submission, file: name};
  });
}
