/**
 * Where synthetic persons come from: names as common as they are there (a head with its share in a thousand, then a long tail
 * made of syllables), how the same name is written otherwise, and how often a birth date is the first of January for want of a
 * better one. Common names are everybody's; put together by chance, they are nobody's.
 */
export type OriginId = keyof typeof ORIGINS;

export interface Stock {
  /** `Name:share in a thousand`, the most common first. */
  readonly head: string;
  /** Syllables of the long tail: beginnings, middles, endings. Without them the head is all there is. */
  readonly tail?: readonly [string, string, string];
}

export interface Origin {
  readonly citizenship: string;
  readonly neighbours: readonly string[];
  readonly female: Stock;
  readonly male: Stock;
  readonly surname: Stock;
  /** Middle names that go with a sex. */
  readonly middle?: {readonly female: string; readonly male: string};
  /** How many given names a person has: in a hundred, one, two and three. */
  readonly givenNames: readonly [number, number, number];
  /** Other spellings of the same sound: `from>to` either way. */
  readonly spellings: string;
  /** In a hundred: recorded as born on 1 January whatever the truth. */
  readonly firstOfJanuary: number;
  /** In a hundred: known by another name too. */
  readonly alias: number;
  readonly surnameFirst: boolean;
}

const NIGERIAN_TAIL = [
  'Ade Olu Oba Ola Ife Osa Ehi Uwa Chi Nwa Oke Eze Iro Ogu Ama Ike',
  'ye bo du ma gi na ro fe lu wa',
  'mi la ke ma re tin bayo nna kwu diri yan sa ghae mwen',
] as const;
const SLAVIC_TAIL = [
  'Ko Bo Sa Za Hor Kra Mel Pa Shev Tym Ly Vas Dem Gon Hna Iva',
  'va no ro du ma li ko pe nu sy',
  'lenko chuk renko kova shyn tska nko yuk ets vych',
] as const;

// biome-ignore format: a table reads by its rows
export const ORIGINS = {
  vn: {
    citizenship: 'Vietnam', neighbours: ['Kina', 'Laos'],
    female: {head: 'Hoa:60 Lan:60 Mai:60 Hương:55 Linh:55 Thảo:50 Hằng:45 Trang:45 Nga:40 Thủy:40 Hà:40 Yến:35 Ngọc:35 Loan:30 Phượng:30 Dung:30 Nhung:25 Tuyết:25 Hiền:25 Liên:20 Thu:20 Vân:20 Hạnh:20 Oanh:15 Quỳnh:15 Diệp:10 Trâm:10 My:10 Như:10 Xuân:10'},
    male: {head: 'Nam:60 Hùng:60 Dũng:55 Tuấn:55 Minh:50 Đức:50 Long:45 Hải:40 Sơn:40 Cường:40 Thắng:35 Hiếu:35 Quang:30 Tùng:30 Trung:30 Việt:25 Phong:25 Bình:25 Khánh:20 Thành:20 Toàn:20 Đạt:15 Huy:15 Phúc:15 Lâm:10 Tiến:10 Vinh:10 Duy:10 Kiên:10'},
    surname: {head: 'Nguyễn:384 Trần:121 Lê:95 Phạm:70 Hoàng:51 Phan:45 Vũ:39 Đặng:21 Bùi:20 Đỗ:14 Hồ:13 Ngô:13 Dương:10 Lý:5 Đinh:9 Trịnh:8 Đoàn:7 Mai:7 Đào:6 Lương:6 Tạ:5 Cao:5 Hà:5 Lưu:4 Tô:3 Chu:3 Thái:3 Kiều:2 Vương:2 Quách:1'},
    middle: {female: 'Thị:650 Ngọc:90 Thanh:60 Kim:50 Thu:50 Hồng:40 Bích:30 Mỹ:30', male: 'Văn:450 Quốc:80 Đức:80 Minh:80 Hữu:70 Ngọc:60 Xuân:50 Đình:50 Công:40 Thanh:40'},
    givenNames: [70, 30, 0], spellings: 'ng>n ph>f qu>k th>t x>s gi>z y>i', firstOfJanuary: 6, alias: 8, surnameFirst: true,
  },
  ng: {
    citizenship: 'Nigeria', neighbours: ['Ghana', 'Benin', 'Cameroun'],
    female: {head: 'Blessing:80 Joy:65 Mercy:55 Grace:50 Faith:45 Precious:40 Gift:40 Patience:35 Glory:30 Success:25 Favour:25 Happiness:20 Esther:25 Rose:20 Ngozi:20 Osarugue:12 Isoken:12 Efe:12 Omosede:10 Chioma:15 Amaka:12 Folake:8 Yetunde:8 Beauty:15 Loveth:20 Queen:12 Sandra:15 Vivian:12', tail: NIGERIAN_TAIL},
    male: {head: 'Emmanuel:60 Lucky:40 Sunday:50 Friday:35 Monday:30 Godwin:35 Kingsley:30 Osas:25 Efosa:20 Chidi:20 Emeka:20 Ikechukwu:12 Tunde:15 Segun:15 Samuel:35 Daniel:35 Victor:30 Michael:30 Peter:25 Anthony:20 Festus:15 Nosa:15', tail: NIGERIAN_TAIL},
    surname: {head: 'Osagie:22 Igbinovia:14 Omoregie:20 Ehigiator:10 Okafor:22 Eze:25 Okoro:18 Adeyemi:15 Balogun:12 Ibrahim:18 Mohammed:15 Johnson:15 Williams:12 Osazuwa:10 Aigbe:10 Uwaifo:8 Iyamu:10 Edosa:8 Nwosu:12 Okonkwo:14 Obi:15 Musa:12 Bello:10 John:15 James:10 Friday:12 Sunday:12 Peter:10', tail: NIGERIAN_TAIL},
    givenNames: [45, 45, 10], spellings: 'gh>g kw>qu ph>f ei>ey ou>u wh>w ck>k ogh>oh', firstOfJanuary: 8, alias: 22, surnameFirst: false,
  },
  th: {
    citizenship: 'Thailand', neighbours: ['Laos', 'Cambodja'],
    female: {head: 'Malee:20 Noi:20 Suda:18 Ratana:18 Somjai:16 Wanida:14 Pornthip:16 Siriporn:20 Supaporn:16 Kanya:14 Nittaya:14 Duangjai:12 Saowalak:8 Jintana:12 Prapaporn:8 Orawan:10 Thidarat:10', tail: ['Sup Sir Porn Kan Wan Nat Jin Sao Chu Rat Am Pen Bun Duang', 'a i at ta ya thi ra cha', 'porn wan rat lak nee da ya sri tip mas']},
    male: {head: 'Somchai:30 Somsak:28 Anan:18 Prasert:14 Wichai:16 Surachai:14 Sombat:14 Chaiwat:12 Narong:12 Sunthorn:8', tail: ['Som Pra Wi Chai Su Nar Kit Tha Pong', 'a i ra cha na wa', 'chai sak wat chit dech pong rit phon']},
    surname: {head: 'Saetang:6 Saelim:5 Saelee:4 Srisuk:4 Kaewmanee:3 Boonmee:5 Thongdee:4 Chaiyasit:2', tail: ['Sri Kaew Boon Thong Chai Won Kit Rat Phan Sup Pra Siri Cha Nak Wong Char', 'a mi su na ra ta pha wi cha tha ya kha', 'wong sri dee sit kul porn chai phon rat suwan kham thong pong']},
    givenNames: [92, 8, 0], spellings: 'ph>p th>t ee>i oo>u kh>k j>ch w>v porn>phon at>ut r>l', firstOfJanuary: 4, alias: 35, surnameFirst: false,
  },
  ro: {
    citizenship: 'Rumænien', neighbours: ['Moldova', 'Bulgarien'],
    female: {head: 'Maria:90 Elena:70 Ioana:60 Ana:50 Andreea:50 Mihaela:45 Daniela:45 Cristina:45 Alexandra:40 Gabriela:35 Florentina:25 Mariana:30 Nicoleta:25 Ionela:20 Ștefania:20 Lăcrămioara:6 Mădălina:25 Cătălina:15 Roxana:20 Simona:20 Georgiana:25'},
    male: {head: 'Ion:60 Gheorghe:50 Vasile:45 Andrei:55 Alexandru:55 Ștefan:35 Mihai:45 Ionuț:35 Florin:35 Marian:30 Cristian:35 Constantin:35 Adrian:35 Costel:15 Dănuț:12 Cătălin:15 Răzvan:12 Bogdan:20'},
    surname: {head: 'Popa:30 Popescu:28 Radu:18 Ionescu:20 Dumitru:18 Stan:17 Stoica:16 Gheorghe:15 Matei:13 Ciobanu:13 Munteanu:12 Rusu:14 Constantin:12 Marin:11 Șerban:10 Lungu:10 Dumitrescu:8 Nistor:8 Florea:8 Țurcanu:6 Bălan:7 Mureșan:8 Pătrașcu:5 Căldăraru:6 Lăcătuș:4', tail: ['Bă Căl Dră Fră Ghi Hăr Lă Măr Ne Pă Râ Să Ște Țu Vă Zam', 'du go li mo ne pa ru ti vă cu', 'escu anu aru ilă oiu aș eanu ău ică iuc']},
    givenNames: [45, 50, 5], spellings: 'ș>s ț>t ț>ts ș>sh ă>a â>i î>i ch>k gh>g x>cs', firstOfJanuary: 1, alias: 10, surnameFirst: false,
  },
  dk: {
    citizenship: 'Danmark', neighbours: ['Sverige', 'Grønland'],
    female: {head: 'Anne:40 Kirsten:35 Mette:35 Hanne:30 Anna:30 Helle:30 Susanne:25 Lene:25 Maria:25 Marianne:25 Inge:20 Søs:3 Åse:5 Bodil:10 Sofie:20 Ida:20 Freja:15 Emma:18 Camilla:20 Louise:22 Gitte:18 Jytte:12'},
    male: {head: 'Jens:45 Peter:45 Lars:42 Michael:42 Henrik:40 Thomas:38 Søren:35 Jan:33 Christian:32 Martin:32 Niels:30 Anders:30 Morten:28 Jesper:26 Hans:25 Jørgen:20 Bjørn:8 Åge:6 Rasmus:20 Mads:20 Kåre:3'},
    surname: {head: 'Nielsen:44 Jensen:44 Hansen:37 Andersen:28 Pedersen:28 Christensen:21 Larsen:20 Sørensen:19 Rasmussen:17 Jørgensen:15 Petersen:14 Madsen:11 Kristensen:11 Olsen:8 Thomsen:7 Christiansen:6 Poulsen:6 Johansen:5 Møller:5 Mortensen:5', tail: ['Ager Sø Lærke Ås Birke Elle Holm Kjær Lund Mølle Nør Øster Skov Vester Bøge Ravn', 'gaard borg bæk dal feldt holm lund by', 'gaard sen mann strup skov rup']},
    givenNames: [35, 50, 15], spellings: 'ø>oe å>aa æ>ae ø>o æ>a ch>k ph>f', firstOfJanuary: 0, alias: 3, surnameFirst: false,
  },
  ph: {
    citizenship: 'Filippinerne', neighbours: ['Indonesien', 'Malaysia'],
    female: {head: 'Maria:80 Mary:40 Jocelyn:30 Marites:25 Rosalie:20 Maricel:25 Jennifer:30 Michelle:30 Analyn:15 Rowena:20 Cherry:15 Lorna:15 Divina:10 Gina:15 Grace:25 Rose:25 Ann:25 Joy:25 Jane:15 Mae:15', tail: ['Ma Jo Ro Lo Che An Li Ger', 'ri ry sa na ly ce', 'lyn bel mie line vie fe lou']},
    male: {head: 'Jose:40 Juan:30 Mark:40 John:45 Michael:35 Christian:20 Rodel:12 Arnel:15 Reynaldo:15 Ronaldo:15 Jayson:15 Angelo:15 Joel:15 Danilo:12 Paul:20', tail: ['Ro Ar Jay Ren Al Ed', 'na mi ro de ry', 'el do son mar to vin']},
    surname: {head: 'Dela Cruz:22 Garcia:16 Reyes:17 Ramos:14 Mendoza:14 Santos:15 Flores:11 Gonzales:10 Bautista:11 Villanueva:9 Fernandez:10 Cruz:10 De Guzman:6 Lopez:7 Perez:7 Castillo:7 Francisco:6 Rivera:7 Aquino:7 Castro:6 San Jose:3 Delos Santos:6', tail: ['Ba Ma Di Ca Pa Ta La Sa Bu Gu Ma Pan', 'ya ga ma lin gan pi ta ca du la', 'yan no lan so gat bang tan cay log may']},
    givenNames: [30, 60, 10], spellings: 'c>k f>p v>b z>s y>i qu>k', firstOfJanuary: 1, alias: 15, surnameFirst: false,
  },
  ua: {
    citizenship: 'Ukraine', neighbours: ['Moldova', 'Rusland'],
    female: {head: 'Oksana:55 Olena:60 Nataliia:60 Iryna:60 Tetiana:60 Svitlana:50 Olha:50 Halyna:35 Liudmyla:35 Yuliia:50 Kateryna:45 Mariia:45 Anastasiia:40 Viktoriia:40 Nadiia:20 Yevheniia:15'},
    male: {head: 'Oleksandr:70 Serhii:65 Volodymyr:60 Andrii:60 Mykola:50 Ivan:45 Dmytro:45 Viktor:40 Yurii:40 Oleh:35 Ihor:40 Mykhailo:30 Yevhen:25 Pavlo:20 Bohdan:15'},
    surname: {head: 'Melnyk:13 Shevchenko:12 Kovalenko:11 Bondarenko:11 Boiko:11 Tkachenko:10 Kravchenko:10 Kovalchuk:10 Koval:8 Oliinyk:9 Shevchuk:9 Polishchuk:7 Tkachuk:7 Savchenko:7 Bondar:7 Marchenko:6 Rudenko:6 Lysenko:6 Moroz:6 Petrenko:6', tail: SLAVIC_TAIL},
    givenNames: [70, 30, 0], spellings: 'ii>iy ii>y ia>ya iu>yu y>i h>g v>w kh>h zh>j shch>sch ie>ye oleksandr>aleksandr olena>elena mykola>nikolai serhii>sergey volodymyr>vladimir', firstOfJanuary: 0, alias: 5, surnameFirst: false,
  },
  ug: {
    citizenship: 'Uganda', neighbours: ['Kenya', 'Rwanda'],
    female: {head: 'Grace:55 Esther:45 Sarah:45 Irene:30 Doreen:25 Agnes:30 Florence:30 Harriet:25 Aisha:25 Fatuma:20 Juliet:25 Prossy:20 Scovia:15 Brenda:20 Jackline:18 Zaituni:8', tail: ['Na Ki Ba A Tu', 'mu ka bi ru si ga ye lu', 'li ga za ma nda si te la']},
    male: {head: 'Moses:45 Isaac:40 Daniel:35 Peter:35 Simon:30 Ronald:30 Joseph:35 Ibrahim:25 Hassan:20 Geoffrey:20 Godfrey:20 Denis:20 Brian:20', tail: ['Mu Ki Ba Ka O', 'ka wa si ru ge', 'sa ne zi to gi mbe lo']},
    surname: {head: 'Nakato:14 Babirye:12 Namukasa:10 Nalubega:10 Nansubuga:9 Akello:12 Auma:10 Apio:10 Okello:14 Mugisha:14 Kato:12 Wasswa:10 Ssali:7 Lubega:8 Tumusiime:8 Byaruhanga:6 Nabirye:7 Nambi:7', tail: ['Na Ki Ba Mu Ka Lu Nya Tu O A Ssa Bya Wa', 'mu ka bi ru si ga ye lu te wu ku', 'ga sa za ma nda si te la ngi ro zi ke la ye']},
    givenNames: [80, 20, 0], spellings: 'ss>s l>r kk>k ky>ch gg>g ph>f mb>b w>u', firstOfJanuary: 14, alias: 10, surnameFirst: true,
  },
  cn: {
    citizenship: 'Kina', neighbours: ['Vietnam', 'Mongoliet'],
    female: {head: 'Li:40 Fang:40 Na:35 Min:35 Jing:40 Yan:40 Xiu:30 Juan:30 Ling:35 Ping:30 Hong:35 Mei:40 Lan:30 Xia:30 Hui:30', tail: ['Xiao Mei Yu Xue Chun Qiu Jia Hai Bao Feng Gui', '', 'li fang yan xia ling hua zhen ying mei juan qin lan hong na']},
    male: {head: 'Wei:50 Qiang:35 Lei:35 Jun:40 Yong:35 Jie:30 Tao:30 Ming:35 Chao:25 Gang:25 Bin:25 Bo:20', tail: ['Jian Zhi Guo Wen Xiao Yong De Hai Jin Shao Zhen', '', 'guo ming hua jun qiang wei ping feng dong hui long bin']},
    surname: {head: 'Wang:71 Li:72 Zhang:68 Liu:53 Chen:46 Yang:31 Huang:23 Zhao:20 Wu:20 Zhou:19 Xu:17 Sun:15 Ma:13 Zhu:13 Hu:12 Guo:12 He:12 Lin:11 Gao:10 Luo:9 Zheng:9 Liang:9 Xie:8 Song:8 Tang:7 Xue:3 Deng:6 Feng:6 Han:6 Cao:5 Zeng:5 Peng:5 Xiao:5 Cai:5 Pan:5 Tian:4 Dong:4 Yuan:4 Yu:5 Jiang:6 Wei:4 Ye:4 Du:4 Su:4'},
    givenNames: [90, 10, 0], spellings: 'zh>ch x>hs q>ch j>ch zhang>cheung wang>wong huang>wong chen>chan li>lee xu>hsu zhou>chow liu>lau ng>n c>ts', firstOfJanuary: 3, alias: 12, surnameFirst: true,
  },
  sy: {
    citizenship: 'Syrien', neighbours: ['Irak', 'Libanon'],
    female: {head: 'Fatima:60 Maryam:50 Aisha:40 Zainab:40 Nour:35 Amina:35 Rania:25 Hanan:25 Layla:30 Khadija:25 Samira:25 Huda:20 Yasmin:25 Salma:20', tail: ['Na Sa Ra Ha Ma La', 'di bi mi si ya', 'ra la na ma ya']},
    male: {head: 'Mohammed:130 Ahmad:80 Ali:60 Hassan:45 Hussein:45 Omar:40 Khaled:40 Mahmoud:45 Youssef:35 Ibrahim:40 Abdullah:40 Mustafa:30 Samir:20 Bilal:15', tail: ['Na Sa Ra Ha Ma Ta', 'di bi mi si ri', 'r l n m q d']},
    surname: {head: 'Al-Ahmad:20 Al-Hassan:18 Al-Ali:18 Hussein:20 Ibrahim:18 Al-Mohammad:15 Khalil:14 Al-Khatib:10 Haddad:10 Al-Masri:10 Darwish:8 Hamdan:8 Mahmoud:10 Othman:8 Suleiman:8 Saleh:9 Al-Sayed:6', tail: ['Al-Ha Al-Ma Al-Sa Kha Dar Zay Ba Ja Sha Al-Ra Na', 'mi di ba la ra ji sha', 'd di ni wi ri ty bi mi q']},
    givenNames: [55, 40, 5], spellings: 'mohammed>muhammad mohammed>mohamed ou>u ei>ai kh>h al->el- al-> ss>s dh>d q>k y>i ah>a mahmoud>mahmud youssef>yusuf hussein>husain layla>leila', firstOfJanuary: 15, alias: 6, surnameFirst: false,
  },
} as const satisfies Record<string, Origin>;
