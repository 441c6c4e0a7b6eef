import {devianceTerm, stirlingError} from '../numeric/log-gamma.js';

/** Terms of the series after which it is given up. */
const MOST_TERMS = 20_000;

const NEGLIGIBLE = 1e-17;

/**
 * Mean wait of M/D/n in handle times (Crommelin): Σ E[(Poisson(i a) − i n)⁺] ÷ (i a) over i = 1, 2, …, every term positive.
 *
 * @param load Erlangs, below the agents
 * @param agents whole
 * @returns null where the load is so near the agents that the series takes too long
 * @see docs/explanation/methods.md#priorities-and-other-laws
 * @example constantServiceWait(0.8, 1) // 2
 */
export function constantServiceWait(load: number, agents: number): number | null {
  if (load === 0) return 0;
  // one agent: Pollaczek and Khinchine
  if (agents === 1) return load / (2 * (1 - load));
  let sum = 0;
  // each term is about e^(−decay) times the one before
  const decay = load - agents + agents * Math.log(agents / load);
  for (let i = 1; i <= MOST_TERMS; i++) {
    const term = excess(i * load, i * agents) / (i * load);
    sum += term;
    if (term < sum * NEGLIGIBLE * -Math.expm1(-decay)) return sum;
  }
  return null;
}

/** E[(X − k)⁺] of a Poisson variable X with mean m < k: Σ j P(X = k + j). */
function excess(m: number, k: number): number {
  let probability = Math.exp(-stirlingError(k) - devianceTerm(k, m)) / Math.sqrt(2 * Math.PI * k);
  let sum = 0;
  for (let j = 1; ; j++) {
    probability *= m / (k + j);
    const term = j * probability;
    sum += term;
    if (term < sum * NEGLIGIBLE * (1 - m / (k + j))) return sum;
  }
}
