/**
 * The 256 words of a recovery paper, one for each byte: of the letters a to z alone, begun by no other four letters, and three letters apart from
 * each other at least, so that a word with one letter wrong is still that word. The order is never changed: papers are kept for years.
 */
export const PAPER_WORDS: readonly string[] = `
  abrikos akrobat alarm alfabet amulet ananas anker antik arsenal artikel asfalt avis badminton bagage balance
  bambus banan benzin biograf bjerg blok bonus brise brunch bryllup cafe cello cement center cirkel citron clown
  cobra cover cymbal dans dessert diagram dialekt diamant diner diskus divan domkirke drage dukke dynamo ekko
  eksempel elefant elite energi enzym etiket fakta familie fanfare farve februar fest figen flag flamingo flygel
  fontane frakke frugt gaffel gardin gazelle gelatine genial gnist gondol gong grafik gruppe gryde guitar gummi
  gymnast habitat harmoni hektar helium hermelin hjelm hockey honning hotel humor hund hval hybrid idealist idol
  impuls jaguar jasmin jazz jord joystick jubel juli kabine kaktus kalender kampagne kandidat kapsel karamel
  kartoffel kasket katalog kejser kemi keramik kilo klaver klima klipper knallert koala kobber koffert komet
  kompas korsang kostume krydder krystal kurs kvinde kyster labyrint lagune lanterne lava lavendel leopard lilje
  limbo lineal logik lokomotiv luft magi magnet mahogni makron maraton marked marmor medalje melodi menu metal
  mikado moped morgen mosaik museum muskat mynte narcis natur nellike neutron notat november ocean oktober oliven
  opera oregano ozon palme panda papir paprika parade parfume pavillon peber pelikan perle pianist piknik pingvin
  plakat platin poesi polka portal potte premiere pudder puma pyramide quiz rapport rebus recept rekord robot
  romantik rosin rubrik rytme safari saltvand samurai saxofon sejl sirup skakbrik skib skovsti smaragd snor
  solskin spiral station sten stjerne studie svamp taksi telefon tempo tennis termos tomme transit triumf tulipan
  tunnel turban turist ukulele uniform urskov vanilje velour ventil vifte vitamin vugge vulkan xylofon yoga zenit
  zeppelin zigzag zink zoologi
`
  .trim()
  .split(/\s+/);
