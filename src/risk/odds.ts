/** How many ports the DNS Server takes at its start, unless SocketPoolSize says otherwise. */
export const usualDraws = 2500;

/**
 * Gives the probability that at least one of `ports` ports is among `draws` distinct ones, drawn at random from
 * a pool of `size`: 1 - C(size - ports, draws) / C(size, draws).
 */
export function oddsOfLosing(ports: number, size: number, draws: number = usualDraws): number {
  if (ports > 0 && draws > size - ports) return 1;
  // The quotient is the product of 1 - draws / (size - i); its logarithm keeps every figure of a small result.
  let logarithm = 0;
  for (let i = 0; i < ports; i++) logarithm += Math.log1p(-draws / (size - i));
  return -Math.expm1(logarithm) || 0;
}
