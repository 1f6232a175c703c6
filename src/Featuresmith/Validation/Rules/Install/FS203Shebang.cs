using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Rules.Install;

/// <summary>install.sh begins with "#!" at its first byte; without it /bin/sh runs it, whatever it was written for.</summary>
public sealed class FS203Shebang : IFeatureRule
{
    public RuleInfo Info { get; } = new("FS203", "shebang", Severity.Warning);

    public IEnumerable<Finding> Check(FeatureFolder feature)
    {
        if (feature.Install?.Source is not { } script)
        {
            yield break;
        }

        if (!script.Text.StartsWith("#!", StringComparison.Ordinal))
        {
            yield return new Finding(
                script.LineSpan(1),
                "install.sh does not begin with #!",
                "make #!/bin/sh its first line, or the shell that it needs"
            )
            {
                // What runs it now, so that it means what it meant.
                Fix = new Fix("add #!/bin/sh", new TextEdit(script.Span(0, 0), "#!/bin/sh\n"))
                {
                    RemovesByteOrderMark = true,
                },
            };
        }
        else if (script.HasByteOrderMark)
        {
            yield return new Finding(
                script.LineSpan(1),
                "a byte order mark stands in front of #!, so the kernel does not see it",
                "save install.sh without a byte order mark"
            )
            {
                Fix = new Fix("remove the byte order mark") { RemovesByteOrderMark = true },
            };
        }
    }
}
