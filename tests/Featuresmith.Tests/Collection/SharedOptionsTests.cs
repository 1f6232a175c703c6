using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Collection;

/// <summary>Options of Features that are made of the same partials, compared: a definition cannot include another.</summary>
public class SharedOptionsTests
{
    [Test]
    public void Sysbox_offers_what_docker_in_docker_offers()
    {
        var sysbox = Options("docker-in-docker-sysbox");
        sysbox
            .Select(option => option.Id.Value)
            .ShouldBe(Options("docker-in-docker").Select(option => option.Id.Value));
        Defaults(sysbox).ShouldBe(Defaults(Options("docker-in-docker")));
    }

    [Test]
    public void Where_the_client_comes_from_is_asked_alike_everywhere()
    {
        string[] shared =
        [
            "version",
            "source",
            "moby",
            "buildx",
            "compose",
            "dockerCeUrl",
            "mobyUrl",
            "staticUrl",
            "keyFingerprint",
            "staticSha256",
        ];
        foreach (var id in new[] { "docker-outside-of-docker", "docker-client" })
        {
            var options = Options(id).Where(option => shared.Contains(option.Id.Value)).ToList();
            options.Select(option => option.Id.Value).ShouldBe(shared);
            Defaults(options)
                .ShouldBe(Defaults([.. Options("docker-in-docker").Where(option => shared.Contains(option.Id.Value))]));
        }
    }

    private static IReadOnlyList<FeatureOption> Options(string id)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "templates", id);
        var bag = new DiagnosticBag();
        var file = Path.Combine(folder, FeatureDefinitionReader.FileName);
        var definition = FeatureDefinitionReader.Read(SourceText.Read(file, file), folder, bag);
        bag.HasErrors.ShouldBeFalse();
        return definition!.Metadata.Options;
    }

    private static string Defaults(IEnumerable<FeatureOption> options) =>
        string.Join('\n', options.Select(option => $"{option.Id.Value} {option.Type?.Value} {option.DefaultText}"));
}
