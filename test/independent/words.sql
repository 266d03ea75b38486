-- What the agencies' words mean, read off the files and the statement by hand.
CREATE TABLE word AS FROM (VALUES
  ('outcome', 'Positiv', 'victim'),
  ('outcome', 'Negativ', 'not-victim'),
  ('outcome', 'Formodet', 'presumed'),
  ('outcome', 'Frafaldet', 'withdrawn-by-person'),
  ('outcome', 'Ikke afsluttet', 'not-completed'),
  ('sex', 'Kvinde', 'female'),
  ('sex', 'Mand', 'male'),
  ('authority', 'CMM', 'cmm'),
  ('authority', 'Domstol', 'court'),
  ('form', 'Prostitution', 'prostitution'),
  ('form', 'Tvangsarbejde', 'forced-labour'),
  ('form', 'Produktion af skunk', 'cannabis-production'),
  ('form', 'Salg af stoffer', 'drug-sales'),
  ('industry', 'Rengøring', 'cleaning'),
  ('industry', 'Restauration', 'restaurant'),
  ('industry', 'Bygge og anlæg', 'construction'),
  ('industry', 'Landbrug og gartneri', 'agriculture'),
  ('industry', 'Arbejde og omsorg i private hjem', 'domestic-work'),
  ('contact', 'Politi', 'police'),
  ('contact', 'Opsøgende arbejde', 'outreach'),
  ('contact', 'Asylsystemet', 'asylum-system'),
  ('contact', 'Fængsel', 'prison'),
  ('contact', 'Hotline', 'hotline'),
  ('contact', 'NGO', 'ngo'),
  ('contact', 'Arbejdstilsynet', 'labour-inspection'),
  ('contact', 'Andet', 'other')
) AS word(concept, written, code);

CREATE TABLE country AS FROM (VALUES
  ('Nigeria', 'NG', 'africa'), ('Ghana', 'GH', 'africa'), ('Cameroun', 'CM', 'africa'), ('Uganda', 'UG', 'africa'),
  ('Kenya', 'KE', 'africa'), ('Rumænien', 'RO', 'europe'), ('Bulgarien', 'BG', 'europe'), ('Albanien', 'AL', 'europe'),
  ('Ungarn', 'HU', 'europe'), ('Litauen', 'LT', 'europe'), ('Danmark', 'DK', 'europe'), ('Vietnam', 'VN', 'asia'),
  ('Thailand', 'TH', 'asia'), ('Filippinerne', 'PH', 'asia')
) AS country(written, code, region);

CREATE MACRO said(cell) AS CASE WHEN lower(trim(cell)) IN ('', '-', 'ukendt') THEN NULL ELSE trim(cell) END;
CREATE MACRO day(cell) AS CAST(strptime(said(cell), '%d-%m-%Y') AS DATE);
