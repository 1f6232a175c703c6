using Featuresmith.Diagnostics;
using Featuresmith.Packaging;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Packaging;

/// <summary>What JSON.parse and JSON.stringify of Node.js 20 gave for the same texts.</summary>
public class EcmaJsonTests
{
    [TestCase("1.0", "1")]
    [TestCase("-0", "0")]
    [TestCase("-0.0", "0")]
    [TestCase("1e21", "1e+21")]
    [TestCase("1e20", "100000000000000000000")]
    [TestCase("123456789012345678901", "123456789012345680000")]
    [TestCase("0.000001", "0.000001")]
    [TestCase("0.0000001", "1e-7")]
    [TestCase("1.5E-7", "1.5e-7")]
    [TestCase("-1.25", "-1.25")]
    [TestCase("5e-324", "5e-324")]
    [TestCase("1e999", "null")]
    [TestCase("12.50", "12.5")]
    [TestCase("9007199254740993", "9007199254740992")]
    [TestCase("1.7976931348623157e308", "1.7976931348623157e+308")]
    public void Numbers_are_printed_as_JavaScript_prints_them(string written, string printed) =>
        EcmaJson.Write(Parse(written)).ShouldBe(printed);

    [Test]
    public void Only_what_JSON_forbids_is_escaped_and_with_small_letters() =>
        EcmaJson
            .Quote("\u001f\u007f\u2028é😀<>&'+\"\\\b\f\n\r\t\ud800x")
            .ShouldBe("\"\\u001f\u007f\u2028é😀<>&'+\\\"\\\\\\b\\f\\n\\r\\t\\ud800x\"");

    [Test]
    public void Keys_that_are_array_indices_come_first_and_of_a_repeated_key_the_last_value_stands_at_the_first_place() =>
        EcmaJson
            .Write(Parse("""{"b":1,"10":2,"9":3,"01":4,"a":5,"b":6,"4294967295":7}"""))
            .ShouldBe("""{"9":3,"10":2,"b":6,"01":4,"a":5,"4294967295":7}""");

    [Test]
    public void Indented_text_has_a_line_a_member_and_none_for_what_is_empty() =>
        EcmaJson
            .Write(Parse("""{"a":{},"b":[],"c":[1,{"d":null}]}"""), indent: 4)
            .ShouldBe(
                "{\n    \"a\": {},\n    \"b\": [],\n    \"c\": [\n        1,\n        {\n            \"d\": null\n        }\n    ]\n}"
            );

    private static JsonValueSyntax Parse(string text) =>
        JsonSyntaxTree.Parse(new SourceText("test.json", text), new DiagnosticBag()).Root.ShouldNotBeNull();
}
