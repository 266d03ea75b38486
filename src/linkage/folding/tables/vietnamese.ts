import type {FoldingTable} from '../folding-table.ts';

/**
 * Family, middle and given name, all of one syllable, written without tones and in any order. Thị and Văn only say that
 * somebody is a woman or a man.
 */
export const vietnamese: FoldingTable = {
  id: 'vietnamese',
  told: [
    ...['^nguyen$', '^tran$', '^pham$', '^huynh$', '^hoang$', '^phan$', '^dang$', '^bui$', '^duong$', '^trinh$'],
    ...['^truong$', '^luong$', '^dinh$', '^doan$', '^quach$', '^thi$', '^vu$', '^ngo$', '^tuyet$', '^thanh$'],
    ...['^phuong$', '^huong$', '^quynh$', '^thuy$', '^hien$', '^nhung$', '^hanh$', '^nga$', '^ngoc$', '^trang$'],
  ],
  ignored: ['thi', 'van'],
  syllables: true,
  read: [
    ['ph', 'f'],
    ['y', 'i'],
    ['k', 'c'],
    ['qu', 'cu'],
    ['q', 'c'],
    ['gi', 'z'],
    ['^dj', 'd'],
    ['gh', 'g'],
    ['ou', 'uo'],
    ['w', 'u'],
  ],
  same: [
    ['hoang', 'huynh'],
    ['vu', 'vo'],
    ['phuc', 'phuoc'],
    ['truong', 'chuong'],
    ['nguyen', 'nguen', 'ngueyn', 'nguyn', 'nguye', 'ngyuen', 'nyugen', 'nguien', 'nuyen'],
    ['tran', 'chan', 'tram'],
    ['pham', 'fam'],
    ['chau', 'chu'],
    ['cuong', 'kuong'],
    ['nhat', 'nhut'],
    ['tung', 'tong'],
    ['chinh', 'chanh'],
    ['canh', 'kieng'],
    ['anh', 'ang'],
  ],
};
