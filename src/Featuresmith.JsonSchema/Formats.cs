using Json.Schema.FormatRules;

namespace Json.Schema;

/// <summary>The formats of the specification (2020-12 validation, section 7.3), and where to add one's own.</summary>
public static class Formats
{
    internal static Format[] Standard { get; } =
    [
        new RuleFormat("date", "a date such as 2024-12-31", DateTimeRules.IsDate),
        new RuleFormat("time", "a time such as 23:59:59Z", DateTimeRules.IsTime),
        new RuleFormat("date-time", "a date and time such as 2024-12-31T23:59:59Z", DateTimeRules.IsDateTime),
        new RuleFormat("duration", "a duration such as P1DT12H", DurationRule.IsDuration),
        new RuleFormat("email", "an e-mail address", EmailRules.IsEmail),
        new RuleFormat("idn-email", "an e-mail address", EmailRules.IsIdnEmail),
        new RuleFormat("hostname", "a host name", HostnameRule.IsHostname),
        new RuleFormat("idn-hostname", "a host name", HostnameRule.IsIdnHostname),
        new RuleFormat("ipv4", "an IPv4 address", AddressRules.IsIPv4),
        new RuleFormat("ipv6", "an IPv6 address", AddressRules.IsIPv6),
        new RuleFormat("uri", "a URI with a scheme", text => UriRules.IsUri(text, isInternational: false)),
        new RuleFormat("uri-reference", "a URI reference", text => UriRules.IsReference(text, isInternational: false)),
        new RuleFormat("iri", "an IRI with a scheme", text => UriRules.IsUri(text, isInternational: true)),
        new RuleFormat("iri-reference", "an IRI reference", text => UriRules.IsReference(text, isInternational: true)),
        new RuleFormat("uri-template", "a URI template", UriTemplateRule.IsTemplate),
        new RuleFormat("json-pointer", "a JSON Pointer", PointerRules.IsPointer),
        new RuleFormat("relative-json-pointer", "a relative JSON Pointer", PointerRules.IsRelativePointer),
        new RuleFormat("regex", "a regular expression of ECMA-262", PatternRule.IsPattern),
        new RuleFormat("uuid", "a UUID", UuidRule.IsUuid),
    ];

    /// <summary>Makes a format known to every schema that is read from now on.</summary>
    public static void Register(Format format) => FormatRegistry.Global.Register(format);

    /// <summary>The format with a key, or null.</summary>
    public static Format? Get(string key) => FormatRegistry.Global.Get(key);
}
