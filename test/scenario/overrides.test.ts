import {describe, expect, it} from 'vitest';
import {helpLine, messagesOf, read} from '../support/scenario-text.js';

const center = helpLine({help: 'patience: 3m', team: 'shifts:\n  - {agents: 4, from: 08:00, to: 16:00}'});
const set = (...overrides: readonly string[]) => read(center, {}, {set: overrides});

describe('--set', () => {
  it('changes one thing and leaves the rest', async () => {
    const before = await read(center);
    const after = await set('contacts.help.patience=90s');
    expect(after.contactTypes[0]!.patience).toEqual([{fromOfDay: 0, distribution: {kind: 'exponential', mean: 90}}]);
    expect({...after, contactTypes: []}).toEqual({...before, contactTypes: []});
  });

  it('reaches items of lists, and adds keys that may be there', async () => {
    const scenario = await set(
      'agents.team.shifts.0.agents=2',
      'contacts.help.objective=80% in 20s, over offered',
      'run.seed=abc',
      'agents.team.shifts[0].to=12:00',
    );
    expect(scenario.groups[0]!.staffing).toEqual({
      kind: 'shifts',
      agents: Array.from({length: 2}, () => ({shifts: [{from: 28_800, to: 43_200, breaks: []}]})),
    });
    expect(scenario.contactTypes[0]!.objective?.definition).toBe('over-offered');
    expect(scenario.run.seed).toBe('abc');
  });

  it('takes mappings and lists as YAML writes them', async () => {
    expect(
      (await set('contacts.help.handle={talk: lognormal(4m, cv 0.9), wrap-up: 30s}')).contactTypes[0]!.wrapUp,
    ).not.toBeNull();
    expect((await set('routing.contact=[level, age]')).routing.contact).toEqual(['level', 'age']);
  });

  it('applies several in their order', async () => {
    expect((await set('run.replications=5', 'run.replications=6')).run.replications).toBe(6);
  });

  it.each([
    [
      'agents.tema.count=3',
      '--set agents.tema.count=3 agents.tema: expected one of team, got "tema" (did you mean "team"?)',
    ],
    [
      'agents.team.shifts.3.agents=3',
      '--set agents.team.shifts.3.agents=3 agents.team.shifts: expected the number of an item from 0 to 0, got "3"',
    ],
    ['patience', '--set patience: expected PATH=VALUE such as agents.paris.count=24, got "patience"'],
    ['=3', '--set =3: expected PATH=VALUE such as agents.paris.count=24, got "=3"'],
    [
      'contacts.help.patience.mean=3m',
      '--set contacts.help.patience.mean=3m contacts.help.patience: expected a mapping that mean could be in, but the file says a single value; set contacts.help.patience as a whole, got "3m"',
    ],
    [
      'contacts.help.patience=soon',
      '--set contacts.help.patience=soon contacts.help.patience: expected a duration or a distribution such as "3m" or "exponential(3m)", got "soon"',
    ],
    [
      'contacts.help.__proto__.x=1',
      '--set contacts.help.__proto__.x=1: expected another name, got "contacts.help.__proto__.x=1"',
    ],
    ['contacts.help.patiense=3m', '--set contacts.help.patiense=3m contacts.help.patiense: expected one of the keys'],
  ])('%s is refused', async (override, message) => {
    expect((await messagesOf(center, {}, {set: [override]}))[0]).toContain(message);
  });

  it('tells its faults together with those of the file', async () => {
    const messages = await messagesOf(helpLine({handle: '0s'}), {}, {set: ['agents.tema.count=3']});
    expect(messages).toHaveLength(2);
  });
});
