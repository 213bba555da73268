import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** With all of them holding half a head of many lines, some 75 KB each, the front has 150 MB more. */
const MAX_CONNECTIONS = 2_048;

/** Bounds the connections at once by ending the one that has been at rest, or on its way to a whole request, for longest: nobody is kept out by those who only hold one. */
export function boundConnections(server: Server, most = MAX_CONNECTIONS): void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if (open.size > most) atRestLongest(open)?.destroy();
  });
}

/** Those that are being answered go to the end, so that they are not looked at again and again. The newest is at rest. */
function atRestLongest(open: Set<Socket>): Socket | undefined {
  for (const socket of open) {
    const { _httpMessage: answer } = socket as { _httpMessage?: ServerResponse | null };
    if (!answer?.req.complete) return socket;
    open.delete(socket);
    open.add(socket);
  }
  return undefined;
}
