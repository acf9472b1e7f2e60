import { defineWords } from '../words/index.ts'

export const words = defineWords({
  vi: {
    lockTitle: 'Nhập mã PIN của máy này',
    lockExplain: (name: string) =>
      `${name} đang làm việc khi không có mạng. Nhập mã PIN để xem tiếp; việc đã ghi vẫn nằm trên máy, được mã hóa.`,
    pin: 'Mã PIN',
    open: 'Mở',
    wrong: (left: number) =>
      `Mã PIN không đúng. Còn ${left} lần; sau đó nội dung giữ để đọc trên máy này bị xóa (việc chờ gửi vẫn còn).`,
    wipedTitle: 'Đã nhập sai 5 lần',
    wiped:
      'Nội dung giữ để đọc trên máy này đã bị xóa. Việc chờ gửi vẫn còn, được mã hóa; đăng nhập khi có mạng để gửi tiếp.',
    expiredTitle: 'Cần mạng để làm tiếp',
    expired: (hours: number) =>
      `Máy này đã quá ${hours} giờ không liên lạc với máy chủ (hoặc đồng hồ của máy đã bị chỉnh lùi). Nối mạng rồi thử lại; việc chờ gửi vẫn nằm trên máy.`,
    again: 'Thử lại',
    signIn: 'Đăng nhập lại bằng mật khẩu',
    needsNetwork: 'Đăng nhập cần có mạng.',
    panel: 'Làm việc khi mất mạng trên máy này',
    panelOff:
      'Chưa đặt mã PIN. Khi mất mạng vẫn ghi được, việc ghi nằm chờ gửi trên máy; nhưng máy không giữ lại nội dung để đọc.',
    panelOn:
      'Đã đặt mã PIN. Các trang dùng ở hiện trường được giữ 7 ngày trên máy này, mã hóa; sau 10 phút không dùng khi mất mạng, máy hỏi mã PIN.',
    panelLimit: (hours: number) =>
      `Mã PIN chỉ có hiệu lực trên máy này, khi mất mạng, tối đa ${hours} giờ từ lần liên lạc cuối. Quên thì đăng nhập lại khi có mạng.`,
    newPin: 'Mã PIN mới (6–12 chữ số)',
    repeatPin: 'Nhập lại mã PIN',
    badPin: 'Mã PIN gồm 6 đến 12 chữ số',
    differs: 'Hai lần nhập không giống nhau',
    setPin: 'Đặt mã PIN',
    changePin: 'Đổi mã PIN',
    removePin: 'Bỏ mã PIN',
    removeAsk: 'Bỏ mã PIN? Nội dung giữ để đọc khi mất mạng trên máy này bị xóa ngay; việc chờ gửi vẫn còn.',
    isSet: 'Đã đặt mã PIN cho máy này.',
    isRemoved: 'Đã bỏ mã PIN và xóa nội dung giữ để đọc trên máy này.',
    noKey: 'Cần mạng để đặt mã PIN.',
    newVersion: 'Có bản mới của Pháo Đài.',
    reload: 'Tải lại',
    leaveTitle: 'Còn việc chưa gửi',
    leave: (n: string) =>
      `${n} việc trên máy này chưa gửi được. Đăng xuất thì chúng nằm lại đây, được mã hóa, và chỉ gửi đi khi chính anh chị đăng nhập lại trên máy này.`,
    leaveUnsealed:
      'Máy chưa nhận được khóa từ máy chủ nên chưa mã hóa được: người khác có máy này trong tay có thể đọc chúng bằng công cụ.',
    stay: 'Ở lại',
    leaveAnyway: 'Đăng xuất, giữ việc lại',
  },
  en: {
    lockTitle: 'Enter this device’s PIN',
    lockExplain: (name: string) =>
      `${name} is working without a network. Enter the PIN to go on; what was written stays on the device, encrypted.`,
    pin: 'PIN',
    open: 'Open',
    wrong: (left: number) =>
      `The PIN is not right. ${left} more tries; then what is kept here for reading is wiped (what waits to be sent stays).`,
    wipedTitle: 'Wrong five times',
    wiped:
      'What was kept here for reading has been wiped. What waits to be sent is still here, encrypted; sign in with a network to send it.',
    expiredTitle: 'The network is needed to go on',
    expired: (hours: number) =>
      `This device has not reached the server for more than ${hours} hours (or its clock was set back). Connect and try again; what waits to be sent is still here.`,
    again: 'Try again',
    signIn: 'Sign in again with the password',
    needsNetwork: 'Signing in needs a network.',
    panel: 'Working without a network on this device',
    panelOff:
      'No PIN is set. Without a network you can still write, and it waits here to be sent; but nothing is kept for reading.',
    panelOn:
      'A PIN is set. The pages of field work are kept on this device for 7 days, encrypted; after 10 minutes without use and without a network, the PIN is asked for.',
    panelLimit: (hours: number) =>
      `The PIN works on this device only, without a network, for at most ${hours} hours after the last contact. If you forget it, sign in with a network.`,
    newPin: 'New PIN (6–12 digits)',
    repeatPin: 'The PIN again',
    badPin: 'A PIN has 6 to 12 digits',
    differs: 'The two entries differ',
    setPin: 'Set the PIN',
    changePin: 'Change the PIN',
    removePin: 'Remove the PIN',
    removeAsk:
      'Remove the PIN? What is kept here for reading without a network is wiped at once; what waits to be sent stays.',
    isSet: 'This device’s PIN is set.',
    isRemoved: 'The PIN is removed and what was kept here for reading is wiped.',
    noKey: 'Setting a PIN needs a network.',
    newVersion: 'A new version of Pháo Đài is ready.',
    reload: 'Reload',
    leaveTitle: 'Something is not sent yet',
    leave: (n: string) =>
      `${n} entries on this device could not be sent. If you sign out they stay here, encrypted, and are sent only when you yourself sign in again on this device.`,
    leaveUnsealed:
      'The device has not got its key from the server and cannot encrypt them: somebody who holds this device could read them with tools.',
    stay: 'Stay',
    leaveAnyway: 'Sign out, keep them here',
  },
})
