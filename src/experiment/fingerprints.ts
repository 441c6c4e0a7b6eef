import {createHash, type Hash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import type {ContactType, Scenario} from '../scenario/scenario.js';
import type {Results} from '../statistics/results.js';

/** What of a contact type says where and how it is served or judged, not what it brings. */
const NOT_BROUGHT: ReadonlySet<string> = new Set<keyof ContactType>([
  'name',
  'queue',
  'objective',
  'thresholdSeconds',
  'priority',
  'weight',
  'ageing',
  'language',
]);

/**
 * What a stored result is known by. Replayed logs count by what stands in them, so that a copy elsewhere is the same.
 *
 * - `scenario`: everything that is simulated, without name, description, seed and number of replications
 * - `horizon`: days, time zone, intervals, warm-up and batches
 * - `contacts`: whatever generates contacts and says what they bring and do; not how they are served
 *
 * @example (await fingerprintsOf(scenario)).contacts // 64 hexadecimal digits
 */
export async function fingerprintsOf(scenario: Scenario): Promise<NonNullable<Results['fingerprints']>> {
  const logs = await hashesOfLogs(scenario);
  const {name: _, description: __, run, ...simulated} = scenario;
  const {clock, contactTypes, busyness} = scenario;
  const {volume, warmUpSeconds, batchMeans} = run;
  const counted = batchMeans === null ? {warmUpSeconds} : {warmUpSeconds, batchMeans};
  const streams = contactTypes.map(type => type.stream);
  const brought = contactTypes
    .map(type => Object.fromEntries(Object.entries(type).filter(([key]) => !NOT_BROUGHT.has(key))))
    .sort((a, b) => (String(a['stream']) < String(b['stream']) ? -1 : 1));
  return {
    scenario: hashOf({...simulated, run: {volume, ...counted}}, logs, null),
    horizon: hashOf({clock, ...counted}, logs, null),
    contacts: hashOf({brought, busyness}, logs, streams),
  };
}

/**
 * @param logs hash of the content by path
 * @param streams names for what contact types say of each other by number; null: numbers will do
 */
function hashOf(value: unknown, logs: ReadonlyMap<string, string>, streams: readonly string[] | null): string {
  const plain = (key: string, inner: unknown): unknown => {
    // JSON has no infinity
    if (typeof inner === 'number' && !Number.isFinite(inner)) return String(inner);
    if (key === 'file' && typeof inner === 'string') return logs.get(inner) ?? inner;
    if (streams !== null && (key === 'as' || key === 'to') && typeof inner === 'number') return streams[inner] ?? inner;
    return inner;
  };
  return createHash('sha256').update(JSON.stringify(value, plain)).digest('hex');
}

async function hashesOfLogs({contactTypes}: Scenario): Promise<ReadonlyMap<string, string>> {
  const files = new Set(
    contactTypes.flatMap(({arrivals}) => arrivals.flatMap(source => (source.kind === 'replayed' ? [source.file] : []))),
  );
  const hashes = new Map<string, string>();
  for (const file of files) hashes.set(file, await hashOfFile(file));
  return hashes;
}

/** A log that cannot be read counts by its path: whoever simulates says what is wrong with it. */
async function hashOfFile(file: string): Promise<string> {
  const hash: Hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return file;
  }
  return hash.digest('hex');
}
