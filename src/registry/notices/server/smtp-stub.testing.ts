import { createServer, type Socket } from 'node:net'

export interface Caught {
  to: string
  /** Headers and text as they came, decoded from quoted-printable or base64. */
  text: string
}

export interface SmtpStub {
  url: string
  caught: Caught[]
  /** What is answered to a receiver, and whether the line is cut after the content has come. */
  behave: { rcpt: string; cutAfterData: boolean }
  close(): Promise<void>
}

/** A mail server of this machine that keeps what it is given. */
export async function openSmtpStub(): Promise<SmtpStub> {
  const caught: Caught[] = []
  const behave = { rcpt: '250 ok', cutAfterData: false }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let to = ''
    let content: string | undefined
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 stub')
    socket.on('data', (chunk) => {
      rest += chunk.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (content !== undefined) {
          if (line === '.') {
            caught.push({ to, text: decoded(content) })
            content = undefined
            if (behave.cutAfterData) return void socket.destroy()
            say('250 taken')
          } else content += `${line}\n`
        } else if (/^(EHLO|HELO)/.test(line)) say('250 stub')
        else if (line.startsWith('RCPT')) {
          to = line.slice(line.indexOf('<') + 1, line.indexOf('>'))
          say(behave.rcpt)
        } else if (line === 'DATA') {
          content = ''
          say('354 go on')
        } else if (line === 'QUIT') {
          say('221 bye')
          socket.end()
        } else say('250 ok')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    caught,
    behave,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function decoded(content: string): string {
  const [head = '', ...parts] = content.split('\n\n')
  const body = parts.join('\n\n')
  if (/transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`
  const bytes = body.replaceAll('=\n', '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`)
  try {
    return `${head}\n\n${decodeURIComponent(bytes)}`
  } catch {
    return `${head}\n\n${body}`
  }
}
