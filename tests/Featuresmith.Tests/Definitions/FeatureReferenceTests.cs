using Featuresmith.Definitions;
using NUnit.Framework;
using Shouldly;
using static Featuresmith.Definitions.FeatureReferenceKind;

namespace Featuresmith.Tests.Definitions;

public class FeatureReferenceTests
{
    [TestCase("node", Bare, "", "node", null)]
    [TestCase("node:1", Bare, "", "node", "1")]
    [TestCase("./local/tool", Relative, "", "tool", null)]
    [TestCase("../tool", Relative, "", "tool", null)]
    [TestCase("registry.example.test/owner/features/tool", Registry, "owner/features", "tool", null)]
    [TestCase("registry.example.test:5000/owner/tool:1.2", Registry, "owner", "tool", "1.2")]
    [TestCase("localhost:5000/owner/features/tool", Registry, "owner/features", "tool", null)]
    [TestCase("registry.example.test/owner/tool@sha256:0a", Registry, "owner", "tool", "sha256:0a")]
    [TestCase("registry.example.test/tool", Registry, "", "tool", null)]
    [TestCase("owner/repository/tool@v1", Release, "", "tool", "v1")]
    public void A_reference_is_taken_apart(
        string text,
        FeatureReferenceKind kind,
        string path,
        string id,
        string? version
    ) => FeatureReference.Parse(text).ShouldBe(new FeatureReference(text, kind, path, id, version));

    [Test]
    public void An_archive_keeps_its_whole_address() =>
        FeatureReference
            .Parse("https://example.test/devcontainer-feature-tool.tgz")
            .ShouldSatisfyAllConditions(
                reference => reference.Kind.ShouldBe(Archive),
                reference => reference.Version.ShouldBeNull()
            );

    [TestCase("git", true)]
    [TestCase("golang", true)]
    [TestCase("common-utils", false)]
    [TestCase("./git", false)]
    public void The_old_short_names_are_known(string text, bool isShort) =>
        FeatureReference.Parse(text).IsShortForm.ShouldBe(isShort);

    [FsCheck.NUnit.Property]
    public bool Any_text_gives_back_its_parts(string? text)
    {
        var reference = FeatureReference.Parse(text ?? "");
        return reference.Version is null
            ? reference.Unversioned == reference.Text
            : reference.Text.StartsWith(reference.Unversioned, StringComparison.Ordinal)
                && reference.Text.EndsWith(reference.Version, StringComparison.Ordinal)
                && reference.Unversioned.Length + 1 + reference.Version.Length == reference.Text.Length;
    }
}
