import { defineWords } from '../words/index.ts'

export const words = defineWords({
  vi: {
    notReached: 'Không kết nối được máy chủ. Việc đang làm vẫn còn trên máy này; kiểm tra mạng rồi thử lại.',
    notStored:
      'Máy này không lưu được (hết chỗ, hoặc trình duyệt đang ở chế độ riêng tư). Việc chưa được ghi; chép lại nội dung trước khi đóng trang.',
    fileLost: 'Tệp này không còn đọc được trên máy. Bỏ tệp rồi chọn lại từ hồ sơ.',
    unreadable: 'Máy chủ trả lời không đúng định dạng. Thử lại; nếu vẫn lỗi, báo quản trị viên.',
    signedOut: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.',
    forbidden: 'Chức danh đang dùng không có quyền làm việc này.',
    notFound: 'Không tìm thấy, hoặc nội dung này không thuộc phạm vi của chức danh đang dùng.',
    stale: 'Người khác vừa sửa nội dung này. So sánh hai bản rồi chọn lại.',
    invalid: 'Có ô chưa đúng. Xem các ô được đánh dấu.',
    idTaken: 'Mã yêu cầu đã được dùng. Tải lại trang rồi làm lại.',
    illegalMove: 'Trạng thái hiện tại không cho phép bước này. Tải lại để xem trạng thái mới.',
    tooMany: 'Quá nhiều lần thử. Chờ một lúc rồi thử lại.',
    tooLarge: 'Tệp lớn hơn mức cho phép.',
    server: 'Máy chủ gặp lỗi. Việc chưa được ghi nhận; thử lại sau ít phút.',
    pageNotLoaded:
      'Chưa tải được trang này. Kiểm tra mạng rồi mở lại; nếu hệ thống vừa được nâng cấp, tải lại trình duyệt.',
    unknown: 'Trang gặp lỗi ngoài dự kiến.',
  },
  en: {
    notReached:
      'The server cannot be reached. Your work is still on this device; check the network and try again.',
    notStored:
      'This device could not store it (no space, or a private window). Nothing was recorded; copy the text before you close the page.',
    fileLost: 'This file can no longer be read on this device. Drop it and choose it again.',
    unreadable:
      'The server answered in an unexpected form. Try again; if it persists, tell the administrator.',
    signedOut: 'Your session has ended. Sign in again to continue.',
    forbidden: 'The office you act through may not do this.',
    notFound: 'Not found, or outside the scope of the office you act through.',
    stale: 'Somebody else has just changed this. Compare the two versions and choose.',
    invalid: 'Some fields are not right. See the marked fields.',
    idTaken: 'This request id was already used. Reload the page and do it again.',
    illegalMove: 'The current state does not allow this step. Reload to see the new state.',
    tooMany: 'Too many attempts. Wait a while, then try again.',
    tooLarge: 'The file is larger than allowed.',
    server: 'The server failed. Nothing was recorded; try again in a few minutes.',
    pageNotLoaded:
      'This page could not be loaded. Check the network and open it again; after an upgrade, reload the browser.',
    unknown: 'The page failed unexpectedly.',
  },
})
