import autocannon from 'autocannon';

/** Sign-ins a second: some ten times what two cores can hash. */
const RATE = 2_000;
const CONNECTIONS = 200;
/** Seconds. */
const PATIENCE = 30;

/**
 * Posts sign-ins to `url` for so many seconds, each for another address and, by what a trusted proxy says, from another network, so that no limit but that of hashing
 * stops them; prints what came of them. A process of its own, started by the bench.
 */
const [url = '', seconds = ''] = process.argv.slice(2);
let number = 0;
const answers = new Map<number, number>();
const running = autocannon({
  url: `${url}/sign-in`,
  method: 'POST',
  connections: CONNECTIONS,
  overallRate: RATE,
  duration: Number(seconds),
  timeout: PATIENCE,
  requests: [
    {
      setupRequest(request) {
        number += 1;
        const client = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
        return {
          ...request,
          headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': client },
          body: `email=nobody-${number}%40tempo.example&password=four+words+and+more`,
        };
      },
      onResponse: (status) => answers.set(status, (answers.get(status) ?? 0) + 1),
    },
  ],
});
const result = await running;
console.log(
  JSON.stringify({
    answered: [...answers.values()].reduce((sum, count) => sum + count, 0),
    lost: result.errors + result.timeouts,
    hashed: answers.get(422) ?? 0,
  }),
);
