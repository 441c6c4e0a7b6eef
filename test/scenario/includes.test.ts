import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {UserError} from '../../src/base/errors.js';
import {loadScenario} from '../../src/scenario/load.js';
import {folderWith, helpLine} from '../support/scenario-text.js';

const CSV = 'time,help\n08:00,10\n';

/** A scenario in a folder of its own, beside a file that is none of its business. */
function scenarioNaming(path: string): string {
  const folder = folderWith({'outside.csv': CSV});
  const inner = join(folder, 'center');
  mkdirSync(inner);
  writeFileSync(join(inner, 'volumes.csv'), CSV);
  symlinkSync(join(folder, 'outside.csv'), join(inner, 'link.csv'));
  writeFileSync(join(inner, 'center.yaml'), helpLine({arrivals: `{by-interval: ${path.replace('FOLDER', folder)}}`}));
  return join(inner, 'center.yaml');
}

const codeOf = async (file: string): Promise<string> => {
  try {
    await loadScenario(file);
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({code}) => code).join(' ');
    throw error;
  }
  return 'read';
};

describe('an included file', () => {
  it('is looked for in the folder of the scenario', async () => {
    expect((await loadScenario(scenarioNaming('volumes.csv'))).contactTypes[0]!.arrivals).toMatchObject([
      {expected: [10]},
    ]);
    expect((await loadScenario(scenarioNaming('./volumes.csv'))).contactTypes[0]!.arrivals).toMatchObject([
      {expected: [10]},
    ]);
  });

  it.each(['../outside.csv', 'FOLDER/outside.csv', 'link.csv', 'x/../../outside.csv'])(
    'outside of it, as %s, is read only where the user said so',
    async path => {
      const file = scenarioNaming(path);
      expect(await codeOf(file)).toBe('SCN031');
      expect((await loadScenario(file, {allowOutside: true})).contactTypes[0]!.arrivals).toMatchObject([
        {expected: [10]},
      ]);
    },
  );

  it.each([
    ['nothing.csv', 'SCN030'],
    ['.', 'SCN031'],
    ['volumes.csv/x.csv', 'SCN030'],
  ])('named %s is refused', async (path, code) => expect(await codeOf(scenarioNaming(path))).toBe(code));

  it.each([
    ['a BOM and the line ends of Windows', '\uFEFFtime,help\r\n08:00,10\r\n'],
    ['semicolons and decimal commas', 'time;help\n08:00;10,0\n'],
    ['tabs', 'time\thelp\n08:00\t10\n'],
    ['quotes and spaces', '"Time" , "Help"\n"08:00" , "10"\n'],
    ['line ends of an old Mac', 'time,help\r08:00,10\r'],
    ['empty lines', 'time,help\n\n08:00,10\n\n'],
  ])('with %s is read as it comes', async (_, csv) => {
    const folder = folderWith({'volumes.csv': csv, 'center.yaml': helpLine({arrivals: '{by-interval: volumes.csv}'})});
    expect((await loadScenario(join(folder, 'center.yaml'))).contactTypes[0]!.arrivals).toMatchObject([
      {starts: [28_800], expected: [10]},
    ]);
  });

  it('with a quote left open is refused with its line', async () => {
    const folder = folderWith({
      'volumes.csv': 'time,help\n"08:00,10\n',
      'center.yaml': helpLine({arrivals: '{by-interval: volumes.csv}'}),
    });
    await expect(loadScenario(join(folder, 'center.yaml'))).rejects.toThrow(
      /volumes\.csv:\d+: expected a well-formed CSV file/,
    );
  });
});

describe('the scenario file itself', () => {
  it('that is not there, or is a folder, is a problem the user can mend', async () => {
    expect(await codeOf(join(folderWith({}), 'nothing.yaml'))).toBe('SCN001');
    expect(await codeOf(folderWith({}))).toBe('SCN001');
  });
});
