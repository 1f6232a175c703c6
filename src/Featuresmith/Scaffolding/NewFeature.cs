using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;

namespace Featuresmith.Scaffolding;

/// <summary>What a person asks for when a Feature is begun.</summary>
/// <param name="Id">Its id, which is also its folder's name.</param>
/// <param name="Scaffold">The name of its <see cref="FeatureScaffold"/>.</param>
public sealed partial record NewFeature(string Id, string Scaffold)
{
    // Folders of templates/ that hold no Feature.
    private static readonly string[] Taken = ["shared", "workflows"];

    /// <summary>The name that people are shown; null to make one of the id.</summary>
    public string? Name { get; init; }

    /// <summary>Scaffold apt: the package; null where it has the id's name.</summary>
    public string? Package { get; init; }

    /// <summary>Scaffold download: the address, with {version} and {machine} (as uname -m says it) where they belong.</summary>
    public string? Url { get; init; }

    /// <summary>Scaffold download: the first version to pin.</summary>
    public string? Release { get; init; }

    /// <summary>The name that people are shown: "my-tool" is "My tool".</summary>
    public string ShownName => Name ?? char.ToUpperInvariant(Id[0]) + Id[1..].Replace('-', ' ').Replace('_', ' ');

    /// <summary>Why it cannot be made, with the way out; null where it can.</summary>
    public string? Problem()
    {
        if (!RegistryName.IsComponent(Id) || Id.Contains('.', StringComparison.Ordinal))
        {
            return $"\"{Id}\" can be no Feature's id: lower-case letters and digits, with single hyphens between them, such as my-tool";
        }

        if (Taken.Contains(Id))
        {
            return $"templates/{Id} holds what is no Feature's own; take another id";
        }

        if (FeatureScaffold.Find(Scaffold) is null)
        {
            var names = FeatureScaffold.All.Select(scaffold => scaffold.Name);
            var near = Spelling.Nearest(Scaffold, names) is { } name ? $"did you mean \"{name}\"? " : "";
            return $"there is no template \"{Scaffold}\"; {near}there are {string.Join(", ", names)}";
        }

        return Name is { Length: 0 }
            ? "the name is empty; leave --name out, and it is made of the id"
            : ProblemOfScaffold();
    }

    private string? ProblemOfScaffold() =>
        Scaffold switch
        {
            "apt" when !PackagePattern().IsMatch(Package ?? Id) =>
                $"\"{Package ?? Id}\" can be no package's name (Debian policy 5.6.1); give --package NAME",
            "download" when Url is null || Release is null =>
                "template download wants to know what: give --url https://downloads.example.test/tool-{version}-{machine}.tar.gz "
                    + "and --release 1.2.3",
            "download" when !UrlPattern().IsMatch(Url) || UnknownPlace(Url) =>
                $"\"{Url}\" is no address to download from: http:// or https://, no blanks or quotation marks, "
                    + "and of places in braces only {version} and {machine}",
            "download" when !ReleasePattern().IsMatch(Release) =>
                $"\"{Release}\" is no version to pin: numbers with dots between them, such as 1.2.3",
            not "apt" when Package is not null => "--package is for template apt",
            not "download" when Url is not null || Release is not null =>
                "--url and --release are for template download",
            _ => null,
        };

    private static bool UnknownPlace(string url) =>
        url.Replace("{version}", "", StringComparison.Ordinal)
            .Replace("{machine}", "", StringComparison.Ordinal)
            .AsSpan()
            .ContainsAny('{', '}');

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9+.-]+\z")]
    private static partial Regex PackagePattern();

    // What a shell leaves alone between double quotation marks.
    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9.~:/?=&_,+%@{}\[\]-]+\z")]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+){0,2}\z")]
    private static partial Regex ReleasePattern();
}
