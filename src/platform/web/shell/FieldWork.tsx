import { OfflineRunner } from '../offline/OfflineRunner.tsx'
import { OutboxRunner } from '../outbox/OutboxRunner.tsx'

/** What goes on behind every page: sending what waits, keeping the product on the device. Draws nothing. */
export function FieldWork() {
  return (
    <>
      <OutboxRunner />
      <OfflineRunner />
    </>
  )
}
