// Imported first by every process that another one starts and waits for: it ends when that one was killed without a chance to end it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1_000).unref();
