import type { Structure } from '../structure.ts';

/** A kind of file that test tools write. One file a format, listed in `formats/index.ts`. */
export interface Format {
  /** For people: `Postman collection`. */
  readonly name: string;
  /**
   * Whether a file is of the format.
   *
   * @param path - lower case, `/`-separated.
   */
  accepts(path: string, text: string): boolean;
  /**
   * @throws MalformedError where the file is not of the format after all.
   */
  read(text: string, path: string): Structure;
}

export const isJson = (path: string): boolean => /\.(?:json|jsonc)$/.test(path);
export const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);
