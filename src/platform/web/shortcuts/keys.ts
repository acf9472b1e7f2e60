/** A key press as shortcuts name it: "mod+k", "?", "j", "enter", "shift+j". `mod` is Ctrl, or ⌘ on a Mac. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key : event.key.toLowerCase()
  const parts = [event.ctrlKey || event.metaKey ? 'mod' : '', event.altKey ? 'alt' : '']
  // A printed character already carries its shift ("?"); a letter or a named key does not.
  if (event.shiftKey && (key.length > 1 || key.toLowerCase() !== key.toUpperCase())) parts.push('shift')
  parts.push(key.length === 1 ? key.toLowerCase() : key)
  return parts.filter(Boolean).join('+')
}

/** A key that types a character must not be taken from somebody who is typing one. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** WCAG 2.1.4: shortcuts of one character can be switched off, because speech input sets them off by accident. */
export function isSingleCharacter(key: string): boolean {
  return key.length === 1
}

/** How a key is printed on the screen. */
export function keyCaps(key: string): string[] {
  const mac = navigator.platform.startsWith('Mac')
  const caps: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    alt: 'Alt',
    shift: '⇧',
    enter: 'Enter',
    escape: 'Esc',
    arrowup: '↑',
    arrowdown: '↓',
    ' ': 'Space',
  }
  return key.split('+').map((part) => caps[part] ?? part.toUpperCase())
}
