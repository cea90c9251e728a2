import { Socket } from 'node:net'

type Take = (bytes: Buffer) => void

const ROOM = 1 << 16
const takers = new WeakMap<object, Take>()

/**
 * A socket that reads into the same buffer over and over. Node makes one of 64 KB for each reading else, and collecting them is
 * three quarters of the work of reading whole tables. Listeners of 'data' are given copies, so nobody notices; `takeInPlace` does without.
 */
export function oneBufferSocket(): Socket {
  const socket: Socket = new Socket({
    onread: {
      buffer: Buffer.allocUnsafeSlow(ROOM),
      callback: (length, room) => {
        const bytes = room.subarray(0, length) as Buffer
        const take = takers.get(socket)
        if (take) take(bytes)
        else socket.emit('data', Buffer.from(bytes))
        return true
      },
    },
  })
  return socket
}

/** Until the function returned is called, `take` is given what comes, which is written over afterwards; no listener hears of it. */
export function takeInPlace(stream: NodeJS.ReadableStream, take: Take): () => void {
  const listeners = stream.listeners('data') as Take[]
  for (const listener of listeners) stream.removeListener('data', listener)
  // Another kind of socket (TLS) knows nothing of this and tells its listener.
  stream.on('data', take)
  takers.set(stream, take)
  return () => {
    takers.delete(stream)
    stream.removeListener('data', take)
    for (const listener of listeners) stream.on('data', listener)
  }
}
