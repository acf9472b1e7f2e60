export interface ServerEvent {
  event: string
  data: string
}

/** Takes a stream of server-sent events apart, wherever the network cuts it. `feed` answers the events that are whole. */
export function eventReader(): { feed: (text: string) => ServerEvent[] } {
  let rest = ''
  return {
    feed(text) {
      const parts = (rest + text).split('\n\n')
      rest = parts.pop() ?? ''
      return parts.flatMap((part) => {
        let event = 'message'
        const data: string[] = []
        for (const line of part.split('\n')) {
          if (line.startsWith('event: ')) event = line.slice(7)
          else if (line.startsWith('data: ')) data.push(line.slice(6))
        }
        return data.length > 0 ? [{ event, data: data.join('\n') }] : []
      })
    },
  }
}
