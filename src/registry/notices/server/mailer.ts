import type { Transporter } from 'nodemailer'

import { ConfigError } from '#platform/server/config.ts'
import type { Mail } from '../domain/index.ts'

/** What became of a mail. `later`: nothing was handed over, it may be tried again. `never`: the address is refused. */
export type MailFate = 'sent' | 'later' | 'never'

export interface Mailer {
  send(to: string, mail: Mail): Promise<MailFate>
}

/** PHAODAI_SMTP_URL (`smtps://user:password@host:465`) and PHAODAI_MAIL_FROM; nothing when neither is set. */
export function mailerFrom(
  env: NodeJS.ProcessEnv,
  log: (line: string) => void = () => {},
): Mailer | undefined {
  const { PHAODAI_SMTP_URL: url, PHAODAI_MAIL_FROM: from } = env
  if (!url && !from) return undefined
  if (!url || !from) throw new ConfigError('Gửi thư cần cả PHAODAI_SMTP_URL và PHAODAI_MAIL_FROM.')
  if (!/^smtps?:\/\//.test(url))
    throw new ConfigError('PHAODAI_SMTP_URL phải có dạng smtps://người-dùng:mật-khẩu@máy-chủ:465')
  // Loaded with the first mail: 13 MB that an installation without a mail server need not carry.
  let transport: Transporter | undefined
  return {
    send: async (to, mail) => {
      try {
        transport ??= (await import('nodemailer')).createTransport(url, { from })
        await transport.sendMail({ from, to, subject: mail.subject, text: mail.text })
        return 'sent'
      } catch (error) {
        const fate = fateOf(error as Refused)
        log(`thư: ${(error as Error).message}`)
        return fate
      }
    },
  }
}

interface Refused {
  code?: string
  responseCode?: number
  syscall?: string
}

/**
 * What the server answered is what happened; a password it does not take (EAUTH) is the administrator's to mend, not
 * the receiver's. Without an answer: if the line was never there, nothing was handed over. If it broke, a mail that was
 * already taken may hide behind it, so it counts as sent: better lost than twice.
 */
function fateOf({ code, responseCode, syscall }: Refused): MailFate {
  if (responseCode !== undefined) return responseCode >= 500 && code !== 'EAUTH' ? 'never' : 'later'
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'EDNS' || code === 'ETLS'
    ? 'later'
    : 'sent'
}
