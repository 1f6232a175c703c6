using Featuresmith.Definitions;
using Featuresmith.Syntax.Shell;

namespace Featuresmith.Validation.Scripts;

/// <summary>
/// The variables of install.sh that hold an option's value and nothing else: the option's own, and those to which it is
/// copied once, as in INSTALL_TOOL="${INSTALLTOOL:-true}".
/// </summary>
public static class OptionVariables
{
    /// <summary>Each such variable with its option.</summary>
    public static IReadOnlyDictionary<string, FeatureOption> Of(FeatureFolder feature)
    {
        var writes = feature
            .Scripts.Run.Where(happening => happening.Kind == ShellEventKind.Write)
            .ToLookup(write => write.Name, StringComparer.Ordinal);
        var own = (feature.Metadata?.Options ?? [])
            .DistinctBy(option => option.EnvironmentName)
            .Where(option => writes[option.EnvironmentName].All(write => Copied(write) == option.EnvironmentName))
            .ToDictionary(option => option.EnvironmentName, StringComparer.Ordinal);
        var all = new Dictionary<string, FeatureOption>(own, StringComparer.Ordinal);
        foreach (var write in writes)
        {
            if (write.Count() == 1 && Copied(write.First()) is { } copied && own.TryGetValue(copied, out var option))
            {
                all.TryAdd(write.Key, option);
            }
        }

        return all;
    }

    /// <summary>The variable whose value, or a fallback for it, is all that is assigned; null where there is more.</summary>
    public static string? Copied(ShellEvent write) =>
        write.Node switch
        {
            ShellAssignment { IsAppending: false, Value.OnlyParameter: { IsVariable: true } parameter }
                when IsPlain(parameter) => parameter.Name,
            ShellParameter { AssignsFallback: true } parameter => parameter.Name,
            _ => null,
        };

    private static bool IsPlain(ShellParameter parameter) =>
        (parameter.HasFallback || parameter.Operation == "")
        && parameter is { IsLength: false, IsIndirect: false, Subscript: null };
}
