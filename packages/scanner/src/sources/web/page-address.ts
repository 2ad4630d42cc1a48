import { WebError } from './web-error.ts';

/**
 * The address of a page as typed.
 *
 * @throws {WebError} where it is none, or holds a user or a password: nothing of that kind is ever sent, and the address is printed.
 */
export function pageAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new WebError('--url takes the address of a page, for example https://shop.example.com/.');
  if (url.username !== '' || url.password !== '') throw new WebError('--url takes no user and no password: pages are asked for as a stranger would.');
  url.hash = '';
  return url;
}
