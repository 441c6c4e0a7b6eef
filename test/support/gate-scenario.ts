/** A small center with rules, in the words of a file: two queues, one short of agents. */
export function gateScenario({
  returnsAgents = 4,
  ordersAgents = 6,
  routing = '',
  more = '',
  seed = 1,
}: {
  readonly returnsAgents?: number;
  readonly ordersAgents?: number;
  readonly routing?: string;
  readonly more?: string;
  readonly seed?: number;
} = {}): string {
  return `name: Shop
clock: {interval: 60m}
contacts:
  orders: {arrivals: 60/h, handle: 4m, patience: 3m, objective: 80% in 20s, open: 09:00-13:00}
  returns: {arrivals: 30/h, handle: 4m, patience: 3m, objective: 80% in 20s, open: 09:00-13:00}
agents:
  desk: {count: ${ordersAgents}, skills: {orders: 1, returns: 2}}
  back: {count: ${returnsAgents}, skills: [returns]}
${routing}
run: {replications: 30, seed: ${seed}}
${more}`;
}
