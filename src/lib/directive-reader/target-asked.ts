// Whether a number in an order is asked for: a verb that sets it, a comparison, a unit that is counted; and what makes it
// something else, the number of a paper, a rank, a time, or words that tell which ones are meant ("khu nhà trọ trên 50 phòng").
import { clauseBefore, saidBefore, withoutEnd } from './lookback.ts'

const setters =
  /(?:ít nhất|tối thiểu|không dưới|tối đa|không quá|không ít hơn|khoảng|đạt|mục tiêu|chỉ tiêu|hoàn thành|đủ|thành lập|xây dựng|trồng|tiêm|lấy|cấp|huy động|bố trí|dự phòng|chuẩn bị|bảo đảm|đảm bảo|duy trì|tuyển|tổ chức|tăng thêm|bổ sung|đưa|lên|cấp phát|trồng mới|xây mới|vận động|đào tạo|tập huấn|tiếp nhận|thu hút|dự trữ|kết nạp|di dời|sơ tán|sửa chữa|lắp đặt|mua sắm|mở|khám|phát triển|giải quyết|kiểm tra|thu|giảm|tăng|nâng|cử|quy mô|công suất|còn|xuống|thiết lập|điều động|trưng dụng|tăng cường|kích hoạt|mở rộng|cung ứng|cung cấp|hỗ trợ|phân bổ|trao|tặng|phát|chi|trích|tạm ứng|lựa chọn|chọn|thí điểm|triển khai|thực hiện|xét nghiệm|lấy mẫu|gồm|mua|trang bị|bàn giao|đưa vào sử dụng|vận hành|phục vụ|giao|chuyển|điều chuyển|tiêu thụ|thu hoạch|quá) (?:(?:được|đủ|là|trên|từ|có|khoảng|ít nhất|tối thiểu|thêm|cho|ngay|mới|mức|lại|tổng cộng) ){0,3}$/iu

/** Whether the words before a number ask for it. */
export function demanded(head: string): boolean {
  return setters.test(head.slice(-60)) || saidBefore(head, ['mỗi '], 42) || saidBefore(head, ['phấn đấu'], 32)
}

/** "cách ly tại nhà 14 ngày", "nghỉ 02 tuần": how long something has to last. */
export function lasts(head: string, rest: string): boolean {
  return /^ ?(?:ngày|tuần|tháng|giờ)(?!\p{L}| ?\/)/iu.test(rest) && saidBefore(head, lasting, 40, ',.;')
}

/** "trong đó có 30 giường hồi sức", "và 200 giường cấp cứu": goes on from a number that is asked for. */
export function goesOn(between: string): boolean {
  return (
    !/[.;:(]/u.test(between) &&
    /(?:^|[ ,])(?:trong đó(?: có)?|gồm|và|cùng với|với|,)(?: ít nhất| tối thiểu| khoảng)? ?$/iu.test(between)
  )
}

export const measures =
  /^ ?(?:km|ha|m2|m3|tấn|kg|tỷ|triệu|nghìn|người|hộ|căn|nhà|con|cây|giường|liều|mẫu|trạm|tổ|đội|điểm|máy|phòng|bộ|lượt|trường hợp|cán bộ|xã|doanh nghiệp|lao động|y bác sĩ|bác sĩ|đoàn viên|chiến sĩ|đồng|bệnh|loại|giờ|khu|chốt|bệnh viện|kíp|suất|túi|lần|tiết|ca|bản tin|tin bài|mô hình|hồ sơ|công trình|dự án|hội viên|sinh viên|học sinh|nhân viên|tình nguyện viên|bệnh nhân|chuyến|phần quà|héc ta|mét|công nhân|đảng viên|gia đình|thôn|ấp|phần|bàn|lít|tạ|gói|thùng|bình|xe|tàu|ô tô|cơ sở|khẩu phần|bữa|buổi|lớp|cuộc|đoàn|mũi tiêm|người bệnh|phường|huyện|khu phố|cửa hàng|chợ|siêu thị|y sĩ|điều dưỡng|y tế|quân|dân quân|thành viên|lực lượng|vị trí|tuyến|chai|cơ số|khẩu trang|test|kít|kit|tủ|kho|camera|đầu|gia súc|số|trường|phút|hội|chi bộ|dây chuyền|nhóm|quầy|gian|máy thở|xét nghiệm|F0|thuyền viên|ngư dân|hành khách|sản phẩm|đợt|phương tiện|trẻ em|giáo viên|que|chỗ|suất ăn|giấy|thẻ|tin nhắn|cuộc gọi|lô|container|hệ thống|thiết bị|bồn|máy|tấm|chuyên gia|y bác sỹ|đoàn công tác|đội hình)(?![\p{L}])/iu

/** Words before a number that make it the number of a paper, a time, a rank or part of a name. */
const notCounted = [
  'số',
  'điều',
  'khoản',
  'điểm',
  'mục',
  'quý',
  'tháng',
  'ngày',
  'năm',
  'thứ',
  'lần',
  'đợt',
  'mũi',
  'tầng',
  'cấp',
  'bão',
  'phần',
  'chương',
  'khóa',
  'loại',
  'nhóm',
  'phụ lục',
  'biểu',
  'mẫu',
  'quốc lộ',
  'tỉnh lộ',
  'đường',
  'hạng',
  'ql',
  'giai đoạn',
  'vòng',
  'tổ',
  'phường',
  'quận',
  'công điện',
  'phiên',
  'kỳ',
  'khu',
  'lớp',
  'báo động',
  'covid',
  'giờ',
  'trước',
  'lúc',
  'đến',
  'vùng',
  'nghị quyết',
  'luật',
  'f',
  'tuổi',
  'dự án',
  'ngày hội',
  'ca',
  'chỉ thị',
  'mức',
  'sau',
]

export function numbersSomething(head: string): boolean {
  const tail = withoutEnd(head, '.:-').toLowerCase()
  return notCounted.some(
    (word) => tail.endsWith(word) && !/\p{L}/u.test(tail.charAt(tail.length - word.length - 1)),
  )
}

const names =
  /^ ?(?:chương trình mục tiêu|chương trình mtqg|chương trình|giờ(?! \/)|phút|ngày|tháng|luật|nghị quyết|công điện|tại chỗ|chương|xanh|năm|tuần|dự án luật|cấp|bước|rõ|không|có|trụ cột|lần|quý|tuổi|nội dung|nhiệm vụ|giải pháp|h|k|sẵn sàng|trong|trước|sạch|ít|nhất|bên|thời điểm)(?![\p{L}])/iu

const lasting = [
  'thời gian thực hiện',
  'thời gian áp dụng',
  'cách ly',
  'nghỉ',
  'theo dõi',
  'dự trữ',
  'dự phòng',
  'lưu giữ',
  'lưu trữ',
  'duy trì',
  'bảo quản',
  'ít nhất',
  'tối thiểu',
  'đủ',
]

/** Whether the words behind a number name no thing that is counted. A length of time counts when something has to last so long. */
export function namesNothing(head: string, rest: string): boolean {
  if (!names.test(rest)) return false
  if (/^ ?phút(?!\p{L})/iu.test(rest) && saidBefore(head, ['mỗi '], 42)) return false
  if (/^ ?lần(?!\p{L})/iu.test(rest))
    return !/(?:ít nhất|tối thiểu|không quá|tối đa|không dưới) $/iu.test(head)
  if (!/^ ?(?:ngày|tuần|tháng|giờ|năm)(?!\p{L}| ?\/)/iu.test(rest)) return true
  return (
    !saidBefore(head, lasting, 40, ',.;') ||
    /(?:trong|sau|trước|chậm nhất|vòng|hạn|qua)[^,.;]{0,14}$/iu.test(head)
  )
}

const reached = [
  'đạt',
  'bảo đảm',
  'đảm bảo',
  'phấn đấu',
  'duy trì',
  'huy động',
  'tăng',
  'giảm',
  'mục tiêu',
  'chỉ tiêu',
  'hoàn thành',
]

/** "doanh nghiệp có trên 500 lao động", "hộ nuôi từ 100 con trở lên": tells which ones, not how many. */
export function qualifies(
  head: string,
  rest: string,
  compared: '>' | '<' | '>=' | '<=' | '=' | '~' | null,
): boolean {
  const clause = clauseBefore(head, head.length, 70, ',;.:(')
  if (saidBefore(clause, reached, 30)) return false
  // "phương án cung ứng cho 02 huyện": whom it is for.
  if (
    /(?<!\p{L})(?:cho|của|tại|ở) $/iu.test(head) &&
    /^ ?(?:huyện|xã|phường|tỉnh|quận|thôn|ấp|địa phương|khu)(?!\p{L})/iu.test(rest)
  )
    return true
  const more = /^[^,;.(]{0,40} trở (?:lên|xuống)(?!\p{L})/iu.test(rest)
  if (compared !== '>' && compared !== '<' && !more) return false
  return /(?:^|(?<!\p{L}))(?:các|những|cơ sở|doanh nghiệp|khu|hộ|người|nơi|nhà|địa phương|đơn vị|trường hợp|địa bàn|tàu|xe|công trình|dự án|đối với|nếu|khi|chợ|hội nghị|cuộc họp|sự kiện)(?!\p{L})/iu.test(
    clause,
  )
}

/** What is, and what is not asked: "đã có 20 ca", "hiện còn 5 khu". */
export function tellsFact(head: string): boolean {
  const clause = clauseBefore(head, head.length, 44, ',;.:(')
  return /(?<!\p{L})(?:đã|đang|(?<!thực |thể )hiện|hiện có|hiện còn|ghi nhận|phát hiện|xuất hiện|mới có|chiếm|vừa)(?!\p{L})/iu.test(
    clause,
  )
}
