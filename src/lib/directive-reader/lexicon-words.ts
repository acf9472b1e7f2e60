// Words of offices beside those of the other lexicons: what a slip of OCR is put right by. Two syllables each, parted by commas.

export const officeWords = `
nơi nhận, kính gửi, căn cứ, trên đây, như trên, thông báo, kết luận, chỉ thị, công điện, kế hoạch, phương án, quyết định,
nghị quyết, hướng dẫn, quy định, tờ trình, báo cáo, công văn, nghị định, thông tư, pháp lệnh, chương trình, hành động, đề án,
quy chế, văn bản, giấy mời, ý kiến, cuộc họp, hội nghị, phiên họp, buổi họp, làm việc, chủ trì, phối hợp, thời gian, thời hạn,
hoàn thành, chậm nhất, muộn nhất, trước ngày, hằng ngày, hàng ngày, hằng tuần, hàng tuần, hằng tháng, hàng tháng, hằng quý,
hằng năm, hàng năm, định kỳ, ngay sau, ngay khi, kể từ, bắt đầu, kết thúc, đến hết, trong vòng, ngày làm, tối thiểu, ít nhất,
tối đa, không quá, không dưới, phấn đấu, bảo đảm, đảm bảo, tỷ lệ, phần trăm, nhiệm vụ, giải pháp, nội dung, yêu cầu, mục đích,
mục tiêu, chỉ tiêu, tổ chức, thực hiện, triển khai, phân công, trách nhiệm, đơn vị, cơ quan, địa phương, doanh nghiệp, người dân,
nhân dân, chính quyền, cấp ủy, các cấp, các bộ, các sở, các ban, các ngành, các huyện, các xã, các quận, các phường, các tỉnh,
các cơ, các đơn, các địa, các doanh, các tổ, các phòng, các đoàn, các hội, các lực, các cấp, các đồng, các chủ, các khu, các
trường, các nhà, các thành, các thị, các lĩnh, các nội, các nhiệm, các giải, các biện, đồng chí,
xem xét, quyết liệt, chặt chẽ, kịp thời, hiệu quả, nghiêm túc, chủ động, tích cực, khẩn trương, tập trung, thường xuyên, tiếp
tục, tăng cường, đẩy mạnh, nâng cao, chất lượng, quan tâm, chú trọng, kiểm tra, giám sát, thanh tra, theo dõi, đôn đốc, xử lý,
vi phạm, pháp luật, kỷ luật, khen thưởng, tuyên truyền, vận động, phổ biến, quán triệt, nhận thức, cán bộ, đảng viên, công chức,
viên chức, người lao, lao động, phòng chống, dịch bệnh, thiên tai, bão lũ, mưa lũ, sạt lở, ngập lụt, cứu nạn, cứu hộ, tìm kiếm,
khắc phục, hậu quả, ứng phó, di dời, sơ tán, an toàn, an ninh, trật tự, xã hội, kinh tế, văn hóa, giáo dục, đào tạo, y tế, sức
khỏe, khám bệnh, chữa bệnh, điều trị, cách ly, xét nghiệm, tiêm chủng, vắc xin, sản xuất, kinh doanh, tiêu thụ, nông nghiệp,
nông thôn, môi trường, tài nguyên, đất đai, khoáng sản, giao thông, vận tải, xây dựng, công trình, dự án, đầu tư, giải ngân,
ngân sách, kinh phí, tài chính, dự toán, quyết toán, nguồn vốn, nguồn lực, cải cách, hành chính, thủ tục, chuyển đổi, công nghệ,
thông tin, truyền thông, báo chí, dữ liệu, hệ thống, phần mềm, trực tuyến, trụ sở, thiết bị, vật tư, phương tiện, lực lượng, vũ
trang, quân sự, công an, biên phòng, dân quân, tự vệ, kiểm lâm, tổng hợp, tham mưu, đề xuất, kiến nghị, phê duyệt, thẩm định, ban
hành, sửa đổi, bổ sung, thay thế, rà soát, thống kê, đánh giá, sơ kết, tổng kết, rút kinh, kinh nghiệm, vướng mắc, khó khăn, phát
sinh, phản ánh, giải quyết, tháo gỡ, hỗ trợ, tạo điều, điều kiện, thuận lợi, tình hình, kết quả, thực tế, phát triển, quản lý,
nhà nước, tổ quốc, mặt trận, đoàn thể, chính trị, tư tưởng, thành viên, thường vụ, thường trực, chấp hành, trung ương, tỉnh ủy,
thành ủy, huyện ủy, thị ủy, quận ủy, đảng ủy, bí thư, chủ tịch, giám đốc, thủ trưởng, trưởng ban, chánh văn, văn phòng, bộ
trưởng, thủ tướng, chính phủ, quốc hội, hội đồng, ủy ban, ủy viên, ban nhân, nhân dân, dân tỉnh, dân huyện, dân xã, dân quận,
dân thành, dân thị, dân phường, dân các, dân cấp, dân tộc, thành phố, thị xã, thị trấn, huyện xã, cấp tỉnh, cấp huyện, cấp xã,
địa bàn, trên địa, bàn tỉnh, bàn huyện, bàn thành, phạm vi, khu vực, lĩnh vực, chức năng, thẩm quyền, quyền hạn, liên quan, có
liên, có trách, theo chức, năng nhiệm, vụ được, được giao, chịu trách, trước pháp, đúng quy, theo quy, quy trình, theo đúng, tại
chỗ, kèm theo, nêu trên, sau đây, như sau, cụ thể, đồng thời, ngoài ra, bên cạnh, trong đó, trước mắt, lâu dài, cần thiết, phù
hợp, đầy đủ, nghiêm khắc, tuyệt đối, chủ quan, lơ là, tình huống, phương châm, kịch bản, trực ban, trực chỉ, chỉ huy, chỉ đạo,
lãnh đạo, điều hành, sẵn sàng, nhu yếu, yếu phẩm, lương thực, thực phẩm, nhu cầu, đời sống, sinh hoạt, việc làm, an sinh, chính
sách, chế độ, bảo hiểm, người nghèo, hộ nghèo, trẻ em, phụ nữ, thanh niên, cựu chiến, chiến binh, nông dân, nhà trường, trường
học, học sinh, sinh viên, giáo viên, đường bộ, đường sắt, đường thủy, hàng không, điện lực, viễn thông, khí tượng, thủy văn, hồ
chứa, thủy lợi, đê điều, rừng phòng, lâm nghiệp, thủy sản, chăn nuôi, trồng trọt, thị trường, giá cả, hàng hóa, xuất khẩu, nhập
khẩu, biên giới, cửa khẩu, hợp tác, quốc tế, đối ngoại, khoa học, du lịch, thể thao, nghệ thuật, di sản, di tích, lễ hội, kỷ
niệm, nghiên cứu, tiếp thu, hoàn thiện, trân trọng, cảm ơn, điện tử, cổng thông, lưu trữ, đăng ký, cấp phép, giấy phép, thu hồi,
bồi thường, tái định, định cư, mặt bằng, giải phóng, quy hoạch, đô thị, nhà ở, khu công, công nghiệp, cụm công, chế xuất, hợp
đồng, đấu thầu, nhà thầu, tiến độ, khối lượng, số lượng, danh mục, danh sách, phụ lục, biểu mẫu, hồ sơ, tài liệu, số liệu, niêm
yết, công khai, minh bạch, tham nhũng, lãng phí, tiêu cực, khiếu nại, tố cáo, tiếp công, đối thoại, đồng thuận, đoàn kết, gương
mẫu, nêu gương, đứng đầu, tập thể, cá nhân, kiểm điểm, kỷ cương, trước thủ, trước chủ, trước ủy, trước tỉnh,
trường hợp, đối tượng, giá trị, tai nạn, tính mạng, toàn bộ, một số, đóng góp, truyền thống, vấn đề, bất ngờ, nhân viên, giáo
viên, mọi người, vị trí, đối với, công cộng, tổn thất, xảy ra, số công, số nội, số nhiệm, tự nguyện, tự giác, vụ án, tài sản,
lưu trú, tinh hoa, phụ trợ, tham gia, khai mạc, trình diễn, tinh thần, trách, bị động, hoạt động, xuất hiện, cơ số, cổ phần,
chủ nghĩa, cộng hòa, độc lập, tự do, hạnh phúc, cấp thoát, tổ dân, khu dân, quần chúng, trở lại, trở lên, nơi ở, nơi làm, hầu hết,
diễn tập, diễn biến, diễn ra, kết cấu, hạ tầng, điều phối, điều chỉnh, điều trị, điều tra, cộng tác, tác viên, quy hoạch, phân bố, phân bổ, trùng lặp, kỷ nguyên, kết nối, lưu
trú, căn cơ, kinh nghiệm, thứ nhất, thứ hai, thứ ba, phục vụ, cổ động, đội quân, động cơ, quân đội, người dùng, lý do, có thể, bản mới, đăng tải, tiểu học, trung học, mầm non, đại học, cao đẳng, trường tiểu, trường trung, trường
đại, trường mầm, nhận văn, để trống, đóng chai, nhà bạt, người đọc, người nhận, người gửi, ý nghĩa, tên gọi, con người, thế giới,
chuyên gia, quốc gia, nguy cơ, chiến sĩ, nỗ lực, khách hàng, dịch vụ, thời tiết, khả năng, kỹ năng, quá trình, diện tích,
giám định, lợi dụng, tiêu chuẩn, định mức, biến động, thu nhập, trùng lắp`

/** A word before a number, which stands as "#". */
export const beforeNumbers = `
ngày #, tháng #, năm #, quý #, số #, điều #, khoản #, mục #, điểm #, trước #, từ #, đến #, khoảng #, nhất #, đạt #`

/** Words that stand by themselves: what is beside them is whole without them. */
export const smallWords = `
và, của, với, để, trong, trên, tại, theo, về, cho, từ, đến, là, có, được, phải, cần, các, những, này, đó, khi, do, bị, nhưng,
hoặc, nếu, thì, mà, như, cũng, đã, sẽ, đang, không, trước, sau, ngay, vào, ra, lên, mỗi, mọi, nhằm, bằng, giữa, cùng, nhất, rất,
tự, mới, mời, nơi, số, đủ, đạt, xa, tạm, đều, còn, chưa, vẫn, lại, giao, gửi, ở, hay, tới, dưới, ngoài, qua`

/** Words of one syllable that no other word of offices looks like without its marks. */
export const closedWords = `
các, của, được, phải, trước, người, không, với, nếu, thuộc, những`
