/**
 * A module of the program as it is built (`npm run build`, which `npm test` does first). In sources the test runner makes
 * every use of an import a look-up, which slows the engine four times: too much for tests that simulate millions of contacts.
 *
 * @param path within dist/
 * @example const {replicate} = await built<typeof import('../../src/experiment/replicate.js')>('experiment/replicate.js')
 */
export async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../dist/${path}`, import.meta.url).href)) as Module;
}
