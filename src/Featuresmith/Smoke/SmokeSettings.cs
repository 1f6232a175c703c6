namespace Featuresmith.Smoke;

/// <summary>How a smoke run behaves.</summary>
/// <param name="LogFolder">Receives one log file a case.</param>
/// <param name="Jobs">How many cases run at a time, from 1.</param>
/// <param name="Timeout">How long one case may take.</param>
/// <param name="FailFast">Whether no further case is begun once one has failed.</param>
public sealed record SmokeSettings(string LogFolder, int Jobs, TimeSpan Timeout, bool FailFast = false);
