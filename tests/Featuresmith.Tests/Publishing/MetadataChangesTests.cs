using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Publishing;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Publishing;

public class MetadataChangesTests
{
    private const string Option =
        """{ "type": "string", "enum": ["a", "b"], "default": "a", "description": "Which" }""";

    [TestCase("{}", BumpLevel.Major, "option \"which\" was removed")]
    [TestCase("""{ "Which": OPTION }""", BumpLevel.Major, "option \"which\" was renamed to \"Which\"")]
    [TestCase("""{ "which": OPTION, "more": OPTION }""", BumpLevel.Minor, "option \"more\" was added")]
    [TestCase(
        """{ "which": { "type": "string", "enum": ["a"], "default": "a", "description": "Which" } }""",
        BumpLevel.Major,
        "option \"which\" no longer takes \"b\""
    )]
    [TestCase(
        """{ "which": { "type": "string", "enum": ["a", "b", "c"], "default": "a", "description": "Which" } }""",
        BumpLevel.Minor,
        "option \"which\" takes \"c\" too"
    )]
    [TestCase(
        """{ "which": { "type": "string", "proposals": ["a", "b"], "default": "a", "description": "Which" } }""",
        BumpLevel.Minor,
        "option \"which\" takes any value"
    )]
    [TestCase(
        """{ "which": { "type": "string", "enum": ["a", "b"], "default": "b", "description": "Which" } }""",
        BumpLevel.Major,
        "the default of option \"which\" changed from \"a\" to \"b\""
    )]
    [TestCase(
        """{ "which": { "type": "string", "enum": ["a", "b"], "default": "a", "description": "What" } }""",
        BumpLevel.Patch,
        "the description of option \"which\" changed"
    )]
    public void What_becomes_of_an_option_weighs_as_it_does_for_users(string options, BumpLevel level, string what) =>
        Between(
                $$"""{ "options": { "which": {{Option}} } }""",
                $$"""{ "options": {{options.Replace("OPTION", Option)}} }"""
            )
            .ShouldBe([new ContentChange(level, what)]);

    [TestCase("""{ "privileged": true }""", BumpLevel.Major)]
    [TestCase("""{ "capAdd": ["SYS_PTRACE"] }""", BumpLevel.Major)]
    [TestCase("""{ "securityOpt": ["seccomp=unconfined"] }""", BumpLevel.Major)]
    [TestCase("""{ "mounts": [{ "source": "/x", "target": "/y", "type": "bind" }] }""", BumpLevel.Major)]
    [TestCase("""{ "mounts": [{ "source": "x", "target": "/y", "type": "volume" }] }""", BumpLevel.Minor)]
    [TestCase("""{ "containerEnv": { "A": "1" } }""", BumpLevel.Minor)]
    [TestCase("""{ "entrypoint": "/start" }""", BumpLevel.Minor)]
    [TestCase("""{ "postCreateCommand": "true" }""", BumpLevel.Minor)]
    [TestCase("""{ "dependsOn": { "./other": {} } }""", BumpLevel.Minor)]
    [TestCase("""{ "description": "More" }""", BumpLevel.Patch)]
    [TestCase("""{ "installsAfter": ["registry.example.test/a/b"] }""", BumpLevel.Patch)]
    public void What_is_added_weighs_by_what_it_allows(string metadata, BumpLevel level) =>
        Between("{}", metadata).ShouldHaveSingleItem().Level.ShouldBe(level);

    [TestCase("""{ "containerEnv": { "A": "1" } }""", BumpLevel.Major)]
    [TestCase("""{ "mounts": [{ "source": "x", "target": "/y", "type": "volume" }] }""", BumpLevel.Major)]
    [TestCase("""{ "privileged": true }""", BumpLevel.Minor)]
    public void What_is_taken_away_weighs_by_who_relied_on_it(string metadata, BumpLevel level) =>
        Between(metadata, "{}").ShouldHaveSingleItem().Level.ShouldBe(level);

    [Test]
    public void The_version_itself_the_order_of_keys_and_layout_are_no_change() =>
        Between(
                """{ "version": "1.0.0", "name": "A", "keywords": ["x"] }""",
                """{"keywords":["x"],"name":"A","version":"2.0.0"}"""
            )
            .ShouldBeEmpty();

    [TestCase("1.0.0", "1.0.1", BumpLevel.Minor, false)]
    [TestCase("1.0.0", "1.1.0", BumpLevel.Minor, true)]
    [TestCase("1.0.0", "2.0.0", BumpLevel.Patch, true)]
    [TestCase("1.4.0", "1.5.0", BumpLevel.Major, false)]
    [TestCase("0.4.0", "0.5.0", BumpLevel.Major, true)]
    [TestCase("0.4.0", "0.4.1", BumpLevel.Major, false)]
    [TestCase("0.4.0", "0.4.1", BumpLevel.Minor, true)]
    public void A_bump_passes_where_it_is_as_large_as_its_changes(
        string before,
        string after,
        BumpLevel due,
        bool passes
    )
    {
        var problem = VersionGate.Problem(
            SemanticVersion.TryParse(before)!,
            SemanticVersion.TryParse(after)!,
            [new ContentChange(due, "something changed"), new ContentChange(BumpLevel.Patch, "and more")]
        );
        (problem is null).ShouldBe(passes);
        problem?.ShouldContain("something changed");
    }

    private static IReadOnlyList<ContentChange> Between(string before, string after) =>
        MetadataChanges.Between(Read(before), Read(after));

    private static FeatureMetadata Read(string text) =>
        FeatureMetadataReader.Read(
            JsonSyntaxTree.Parse(new SourceText("test.json", text), new DiagnosticBag()).RootObject.ShouldNotBeNull()
        );
}
