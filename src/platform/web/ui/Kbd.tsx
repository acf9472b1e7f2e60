import { keyCaps } from '../shortcuts/keys.ts'
import styles from './Kbd.module.css'

/** A shortcut as key caps: `<Kbd keys="mod+k" />`. Hidden where there is no keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
