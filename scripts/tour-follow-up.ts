// Takes the pictures of docs/tour-follow-up.md: what becomes of a directive after it was issued.
// `node scripts/build-web.ts && node scripts/tour-follow-up.ts`
import type { Page } from 'playwright-core'

import { onTour, type Tour } from './tour-stage.ts'

await onTour(async (tour) => {
  await followUp(tour)
  await field(tour)
  await desk(tour)
  await command(tour)
})

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The stream of changes stays open, so the network is never idle.
  await page.waitForTimeout(1500)
}

/** The party office follows its plan; the department of health has broken it down. */
async function followUp({ enter, picture }: Tour) {
  const office = await enter('vanphong.tinhuy', '/theo-doi?state=all')
  await office.getByRole('row').nth(1).waitFor()
  await picture(office, '20-theo-doi')
  await office.getByRole('row').filter({ hasText: 'Bộ Chỉ huy Quân sự' }).getByRole('link').first().click()
  await settled(office)
  await picture(office, '21-nhiem-vu-va-chi-tieu')
  await office.goto(new URL('/chi-so/communes-with-mobile-station', office.url()).href)
  await settled(office)
  await picture(office, '22-chi-so')
  await office.goto(new URL('/tim-kiem?q=tram y te luu dong', office.url()).href)
  await settled(office)
  await picture(office, '23-tim-trong-van-ban')
  await office.context().close()
}

/** A ward's clerk and her phone. */
async function field({ enter, picture }: Tour) {
  const ward = await enter('canbo.laithieu', '/hop-thu', { size: 'phone' })
  await ward.getByRole('link').filter({ hasText: 'bố trí địa điểm' }).first().click()
  await settled(ward)
  await picture(ward, '24-dien-thoai-viec-duoc-giao')
  await ward.goto(new URL('/y-te-co-so/moi?kind=mobile-station', ward.url()).href)
  await settled(ward)
  await picture(ward, '25-dien-thoai-ghi-tram')
  await ward.context().close()
  const health = await enter('soyte', '/y-te-co-so')
  await health.getByRole('row').nth(1).waitFor()
  await picture(health, '26-y-te-co-so')
  await health.context().close()
}

/** Who is on duty, what came in, who sits on the committee. */
async function desk({ enter, picture }: Tour) {
  const officer = await enter('tructruong.chihuy', '/truc-ban')
  await settled(officer)
  await picture(officer, '27-ban-truc')
  await officer.goto(new URL('/lich-truc', officer.url()).href)
  await settled(officer)
  await picture(officer, '28-lich-truc')
  await officer.goto(new URL('/ban-chi-dao', officer.url()).href)
  await settled(officer)
  await officer.getByRole('row').nth(1).getByRole('link').first().click()
  await settled(officer)
  await picture(officer, '29-ban-chi-dao')
  await officer.context().close()
}

/** The one screen: on a desk, on the wall, in the car. */
async function command({ enter, picture }: Tour) {
  for (const [size, path, name] of [
    ['desktop', '/chi-huy', '30-man-hinh-chi-huy'],
    ['wall', '/chi-huy?tuong=1', '31-man-hinh-tuong'],
    ['phone', '/chi-huy', '32-dien-thoai-chi-huy'],
  ] as const) {
    const leader = await enter('lanhdao.tinh', path, { size })
    await settled(leader)
    await leader.waitForTimeout(3000) // the map draws itself
    await picture(leader, name)
    await leader.context().close()
  }
}
