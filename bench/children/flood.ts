import autocannon from 'autocannon';

/** Sign-ins a second: some ten times what two cores can hash. */
const RATE = 2_000;
const CONNECTIONS = 200;

/** Posts sign-ins to `url` for so many seconds; a process of its own, started by the bench. */
const [url = '', seconds = ''] = process.argv.slice(2);
await autocannon({
  url: `${url}/sign-in`,
  method: 'POST',
  connections: CONNECTIONS,
  overallRate: RATE,
  duration: Number(seconds),
  headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'email=nobody%40tempo.example&password=four+words+and+more',
});
