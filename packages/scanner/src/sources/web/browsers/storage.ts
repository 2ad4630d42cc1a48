import type { DevtoolsConnection } from './devtools-connection.ts';

/** What a page has put into one of the browser's stores. */
export interface Stored {
  /** Name of the store, as pages know it. */
  readonly store: 'localStorage' | 'sessionStorage' | 'cookies';
  readonly entries: Readonly<Record<string, string>>;
}

/** Reads the stores of a page without running anything in it. Empty ones are left out. */
export async function readStorage(connection: DevtoolsConnection, sessionId: string, { origin, href }: URL): Promise<readonly Stored[]> {
  const itemsOf = async (isLocalStorage: boolean): Promise<Readonly<Record<string, string>>> => {
    const { entries } = await connection.send('DOMStorage.getDOMStorageItems', { storageId: { securityOrigin: origin, isLocalStorage } }, sessionId);
    return Object.fromEntries(entries as readonly [string, string][]);
  };
  const cookies = async (): Promise<Readonly<Record<string, string>>> => {
    const answer = await connection.send('Network.getCookies', { urls: [href] }, sessionId);
    return Object.fromEntries((answer['cookies'] as readonly { name: string; value: string }[]).map(({ name, value }) => [name, value]));
  };
  const nothing = (): Readonly<Record<string, string>> => ({});
  const stored: readonly Stored[] = [
    { store: 'localStorage', entries: await itemsOf(true).catch(nothing) },
    { store: 'sessionStorage', entries: await itemsOf(false).catch(nothing) },
    { store: 'cookies', entries: await cookies().catch(nothing) },
  ];
  return stored.filter(({ entries }) => Object.keys(entries).length > 0);
}
