import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { diskFull, PostgresError } from './error.ts'
import type { Folders } from './folders.ts'

/** What the server wrote to its log since `from`, the last 4 KB of it at most. */
function saidSince(path: string, from: number): string {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const start = Math.max(from, size - 4096)
    const bytes = Buffer.alloc(Math.max(0, size - start))
    readSync(file, bytes, 0, bytes.length, start)
    return bytes.toString('utf8').trim()
  } finally {
    closeSync(file)
  }
}

/** Turns the server's last words into what a person can do about them. */
export function startFailed(folders: Folders, from: number, outcome: string): PostgresError {
  const said = saidSince(folders.log, from)
  if (said.includes('No space left on device') || said.includes('Disk quota exceeded'))
    return diskFull(folders.pgData)
  const last = said.split('\n').slice(-3).join('\n')
  const known = remedies.find(([sign]) => said.includes(sign))
  return new PostgresError(
    known ? known[1] : 'start-failed',
    {
      vi: `Cơ sở dữ liệu không khởi động được (${outcome}). ${known ? known[2] : `Xem ${folders.log}.`}`,
      en: `The database did not start (${outcome}). ${known ? known[3] : `See ${folders.log}.`}\n${last}`,
    },
    { pgData: folders.pgData, outcome, said },
  )
}

const remedies: [sign: string, code: string, vi: string, en: string][] = [
  [
    'shared memory',
    'no-memory',
    'Máy không cấp đủ bộ nhớ dùng chung: cần khoảng 150 MB bộ nhớ trống.',
    'The machine did not give enough shared memory: about 150 MB of free memory is needed.',
  ],
  [
    'could not locate a valid checkpoint record',
    'damaged',
    'Tệp cơ sở dữ liệu bị hỏng (có thể do đĩa). Giữ nguyên thư mục, kiểm tra đĩa, rồi phục hồi bản sao lưu mới nhất vào thư mục mới: phaodai restore TỆP.',
    'The database files are damaged (the disk, perhaps). Keep the folder, check the disk, then restore the newest backup into a new folder: phaodai restore FILE.',
  ],
  [
    'invalid page in block',
    'damaged',
    'Tệp cơ sở dữ liệu bị hỏng (sai mã kiểm tra trang). Giữ nguyên thư mục, kiểm tra đĩa, rồi phục hồi bản sao lưu mới nhất vào thư mục mới: phaodai restore TỆP.',
    'The database files are damaged (a page checksum is wrong). Keep the folder, check the disk, then restore the newest backup into a new folder: phaodai restore FILE.',
  ],
  [
    'configuration file',
    'bad-setting',
    'Có thiết lập sai trong postgresql.local.conf của thư mục dữ liệu: sửa hoặc xoá tệp đó.',
    'A setting in postgresql.local.conf of the data folder is wrong: correct or remove that file.',
  ],
  [
    'is another postmaster',
    'in-use-elsewhere',
    'Một PostgreSQL khác (có thể ở máy hay container khác) đang dùng thư mục này: dừng nó trước.',
    'Another PostgreSQL (on another machine or in another container, perhaps) uses this folder: stop it first.',
  ],
  [
    'pre-existing shared memory block',
    'in-use-elsewhere',
    'Tiến trình của một PostgreSQL cũ vẫn dùng thư mục này: dừng nó trước.',
    'Processes of a former PostgreSQL still use this folder: stop them first.',
  ],
]
