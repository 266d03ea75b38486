"""Links one prepared CSV with Splink on DuckDB and writes every pair it finds likelier than 1 in 100, as its own guides do it.

    with-splink.py SET FILE OUT THREADS

The files hold no truth. Settings for `fake_1000`, `febrl1` and `historical` follow Splink's own examples for these data (febrl3's
for febrl1); `RLdata500` and `generated` are built from the same library of comparisons, marks and case folded before.
"""

import sys

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

LEAST = 0.01


def fake_1000():
    return dict(
        columns="*",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        predict=[block_on("first_name"), block_on("surname"), block_on("dob"), block_on("city"), block_on("email")],
        certain=[
            block_on("first_name", "dob"),
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            block_on("email"),
        ],
        recall=0.7,
        pairs=2e6,
        train=[block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    )


def febrl1():
    return dict(
        columns="*",
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        predict=[
            block_on("soc_sec_id"),
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("postcode"),
        ],
        certain=[
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        recall=0.9,
        pairs=1e6,
        train=[block_on("date_of_birth"), block_on("postcode")],
    )


def historical():
    return dict(
        columns="*, first_name || ' ' || surname as first_name_surname_concat",
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        predict=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        certain=[
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        recall=0.6,
        pairs=1e7,
        train=[block_on("first_name", "surname"), block_on("dob")],
    )


def rldata500():
    """Second names are too rare here, and levels too many for so few pairs: training fails on them. These do best."""
    return dict(
        columns="*",
        comparisons=[
            cl.NameComparison("fname_c1"),
            cl.NameComparison("lname_c1"),
            cl.LevenshteinAtThresholds("born", [1, 2]),
        ],
        predict=["1 = 1"],
        certain=[block_on("fname_c1", "lname_c1"), block_on("fname_c1", "born"), block_on("lname_c1", "born")],
        recall=0.9,
        pairs=1e6,
        train=[block_on("lname_c1"), block_on("fname_c1")],
    )


def date_partly_known(column):
    """The library's levels for dates of birth, and before them a year that is all one side knows."""
    year_only = f"(length({column}_l) < 10 or length({column}_r) < 10)"
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            cll.NullLevel(column),
            cll.ExactMatchLevel(column, term_frequency_adjustments=True),
            cll.CustomLevel(
                f"{year_only} and substr({column}_l, 1, 4) = substr({column}_r, 1, 4)", "Partly known, same year"
            ),
            cll.CustomLevel(
                f"substr({column}_l, 1, 4) = substr({column}_r, 1, 4) and substr({column}_l, 6, 2) = "
                f"substr({column}_r, 9, 2) and substr({column}_l, 9, 2) = substr({column}_r, 6, 2)",
                "Day and month swapped",
            ),
            cll.DamerauLevenshteinLevel(column, 1),
            cll.CustomLevel(f"substr({column}_l, 1, 4) = substr({column}_r, 1, 4)", "Same year"),
            cll.CustomLevel(
                f"abs(try_cast(substr({column}_l, 1, 4) as int) - try_cast(substr({column}_r, 1, 4) as int)) <= 2",
                "Within two years",
            ),
            cll.ElseLevel(),
        ],
    )


def generated():
    folded = lambda column: f"nullif(trim(lower(strip_accents(replace({column}, 'đ', 'd')))), '')"
    return dict(
        columns=f"""id, {folded('given')} as given, {folded('surname')} as surname, born, sex, citizenship, phone, cpr,
          {folded('given')} || ' ' || {folded('surname')} as given_surname,
          list_sort(string_split(concat_ws(' ', {folded('given')}, {folded('surname')}), ' ')) as tokens,
          array_to_string(list_sort(string_split(concat_ws(' ', {folded('given')}, {folded('surname')}), ' ')), ' ')
            as sorted_name, {folded('alias')} as alias""",
        comparisons=[
            cl.CustomComparison(
                output_column_name="name",
                comparison_levels=[
                    cll.NullLevel("sorted_name"),
                    cll.ExactMatchLevel("sorted_name", term_frequency_adjustments=True),
                    cll.JaroWinklerLevel("sorted_name", 0.95),
                    cll.And(cll.JaroWinklerLevel("given", 0.88), cll.JaroWinklerLevel("surname", 0.88)),
                    cll.CustomLevel(
                        "jaro_winkler_similarity(given_l, surname_r) >= 0.88 and "
                        "jaro_winkler_similarity(surname_l, given_r) >= 0.88",
                        "Swapped, and close",
                    ),
                    cll.CustomLevel("len(list_intersect(tokens_l, tokens_r)) >= 2", "Two names in common"),
                    cll.JaroWinklerLevel("sorted_name", 0.85),
                    cll.ExactMatchLevel("surname", term_frequency_adjustments=True),
                    cll.ExactMatchLevel("given", term_frequency_adjustments=True),
                    cll.CustomLevel(
                        "alias_l = given_r or given_l = alias_r or alias_l = alias_r", "By the other name"
                    ),
                    cll.CustomLevel("len(list_intersect(tokens_l, tokens_r)) >= 1", "One name in common"),
                    cll.ElseLevel(),
                ],
            ),
            date_partly_known("born"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("citizenship").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("phone", 1),
            cl.DamerauLevenshteinAtThresholds("cpr", 1),
        ],
        predict=[
            block_on("cpr"),
            block_on("phone"),
            block_on("sorted_name", "citizenship"),
            block_on("surname", "substr(born, 1, 4)"),
            block_on("given", "citizenship", "substr(born, 1, 4)"),
            block_on("given", "born"),
            block_on("born", "citizenship", "sex"),
            block_on("substr(sorted_name, 1, 5)", "substr(born, 1, 7)"),
        ],
        certain=[block_on("cpr"), block_on("sorted_name", "born")],
        recall=0.6,
        pairs=1e7,
        train=[block_on("born", "sex"), block_on("sorted_name"), block_on("phone")],
    )


SETS = dict(fake_1000=fake_1000, febrl1=febrl1, historical=historical, RLdata500=rldata500, generated=generated)


def main():
    name, file, out, threads = sys.argv[1:]
    chosen = SETS[name]()
    con = duckdb.connect()
    con.execute(f"set threads = {int(threads)}")
    records = con.sql(f"select {chosen['columns']} from read_csv('{file}', header = true, all_varchar = true)")
    con.execute("create table records as select * from records")
    linker = Linker(
        DuckDBAPI(connection=con).register(con.table("records")),
        SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="id",
            blocking_rules_to_generate_predictions=chosen["predict"],
            comparisons=chosen["comparisons"],
            retain_intermediate_calculation_columns=False,
            retain_matching_columns=False,
        ),
    )
    training = linker.training
    training.estimate_probability_two_random_records_match(chosen["certain"], recall=chosen["recall"])
    training.estimate_u_using_random_sampling(max_pairs=chosen["pairs"], seed=1)
    for rule in chosen["train"]:
        training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    pairs = linker.inference.predict(threshold_match_probability=LEAST).as_duckdbpyrelation()
    pairs.project("id_l, id_r, match_weight, match_probability").write_csv(out)


main()
