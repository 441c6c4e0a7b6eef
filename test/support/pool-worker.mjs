// A worker for test/experiment/pool.test.ts: it does what the task tells it to. Shared memory counts the attempts.
import {workerData} from 'node:worker_threads';

const [, {attempts}] = Array.isArray(workerData) ? workerData : [null, workerData];

export async function work({number, deaths = 0, how = 'exit', fail = null, spin = false}) {
  const attempt = Atomics.add(attempts, number, 1) + 1;
  if (attempt <= deaths) {
    if (how === 'exit') process.exit(7);
    const hoard = [];
    for (;;) hoard.push(new Array(1e5).fill(number));
  }
  if (fail !== null) return {failure: fail};
  while (spin);
  return {result: number * number};
}
