import { defineWords } from '../words/index.ts'

export const words = defineWords({
  vi: {
    title: 'Việc chờ gửi',
    lead: 'Những gì đã ghi trên máy này mà máy chủ chưa nhận. Máy tự gửi khi có mạng; đóng trang không mất.',
    count: (n: string) => `${n} việc chờ gửi`,
    needsYou: (n: string) => `${n} việc cần xem`,
    offlineNow: 'Mất mạng',
    sendNow: 'Gửi ngay',
    emptyTitle: 'Không có việc nào chờ gửi',
    empty:
      'Mọi điều ghi trên máy này máy chủ đã nhận. Khi mất mạng, việc ghi thêm sẽ đứng ở đây cho đến khi gửi được.',
    pressed: (at: string, office: string) => `Ghi lúc ${at}${office ? ` · với tư cách ${office}` : ''}`,
    states: {
      waiting: 'Chờ gửi',
      sending: 'Đang gửi',
      refused: 'Máy chủ không nhận',
      conflict: 'Có bản mới hơn',
    },
    held: 'Chờ việc trước của cùng hồ sơ được giải quyết',
    clock: (minutes: string) =>
      `Đồng hồ máy này lệch ${minutes} phút so với máy chủ. Giờ của máy chủ được dùng; hãy chỉnh lại giờ của máy.`,
    conflict:
      'Người khác đã sửa hồ sơ này sau khi anh chị mở. So sánh rồi chọn; chưa chọn thì không bản nào bị mất.',
    mine: 'Bạn đã ghi',
    theirs: 'Đang có trên máy chủ',
    unknownTheirs: 'Máy chủ không gửi kèm bản đang có. Mở hồ sơ để xem trước khi chọn.',
    blank: 'để trống',
    again: 'Gửi lại',
    onNew: 'Gửi lại trên bản mới',
    change: 'Sửa',
    save: 'Lưu và gửi',
    cancel: 'Thôi',
    discard: 'Bỏ việc này',
    discardAsk: 'Bỏ hẳn điều đã ghi? Máy này không giữ lại bản nào.',
    discardSent:
      'Bỏ hẳn điều đã ghi? Nếu máy chủ đã kịp nhận trước khi mất mạng thì nó vẫn đứng trên máy chủ.',
    file: 'Tệp',
    discardFile: 'Bỏ tệp này',
    discardFileAsk: 'Bỏ tệp khỏi máy này? Việc chờ phía sau vẫn được gửi, không kèm tệp này.',
    discarded: 'Đã bỏ.',
    locked: (n: string) =>
      `${n} việc đang được mã hóa trên máy này. Đăng nhập lại khi có mạng (hoặc nhập mã PIN) để gửi tiếp.`,
  },
  en: {
    title: 'Waiting to be sent',
    lead: 'What was written on this device and has not reached the server. It is sent by itself when there is a network; closing the page loses nothing.',
    count: (n: string) => `${n} waiting to be sent`,
    needsYou: (n: string) => `${n} need you`,
    offlineNow: 'No network',
    sendNow: 'Send now',
    emptyTitle: 'Nothing waits to be sent',
    empty:
      'The server has everything that was written on this device. Without a network, what you write stands here until it is sent.',
    pressed: (at: string, office: string) => `Written at ${at}${office ? ` · as ${office}` : ''}`,
    states: {
      waiting: 'Waiting',
      sending: 'Being sent',
      refused: 'Refused by the server',
      conflict: 'Newer version there',
    },
    held: 'Waits until the earlier entry of the same record is settled',
    clock: (minutes: string) =>
      `This device’s clock differs from the server’s by ${minutes} minutes. The server’s time is used; please set this device’s clock.`,
    conflict:
      'Somebody else changed this record after you opened it. Compare and choose; until then neither version is lost.',
    mine: 'You wrote',
    theirs: 'On the server now',
    unknownTheirs: 'The server did not send its version along. Open the record before you choose.',
    blank: 'blank',
    again: 'Send again',
    onNew: 'Send again on the new version',
    change: 'Change',
    save: 'Save and send',
    cancel: 'Cancel',
    discard: 'Discard',
    discardAsk: 'Discard what was written? This device keeps no copy.',
    discardSent:
      'Discard what was written? If the server received it before the network was lost, it stays on the server.',
    file: 'File',
    discardFile: 'Drop this file',
    discardFileAsk: 'Drop the file from this device? What waits behind it is still sent, without this file.',
    discarded: 'Discarded.',
    locked: (n: string) =>
      `${n} entries are encrypted on this device. Sign in with a network (or enter the PIN) to send them.`,
  },
})
