using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Metadata;

/// <summary>documentationURL and licenseURL are absolute https URLs (specification, properties of the same names).</summary>
public sealed class FS140Url : IFeatureRule
{
    private const string Scheme = "https://";

    private static readonly string[] Keys = ["documentationURL", "licenseURL"];

    public RuleInfo Info { get; } = new("FS140", "url", Severity.Info);

    public IEnumerable<Finding> Check(FeatureFolder feature) =>
        from key in Keys
        let url = feature.Metadata?.Syntax.String(key)
        where url is not null && !IsHttps(url.Value)
        select new Finding(
            url.Span,
            $"{key} \"{url.Value}\" is not an absolute https URL",
            url.Value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                ? $"write \"https://{url.Value[7..]}\""
                : "write the whole address, beginning with https://"
        );

    private static bool IsHttps(string url) =>
        url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && url.Length > Scheme.Length
        && url[Scheme.Length] != '/'
        && !url.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"');
}
